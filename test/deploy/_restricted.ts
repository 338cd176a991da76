interface SecurityContext {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly allowPrivilegeEscalation?: boolean;
  readonly privileged?: boolean;
  readonly seccompProfile?: { readonly type: string };
  readonly capabilities?: { readonly drop?: readonly string[]; readonly add?: readonly string[] };
}

interface Container {
  readonly name: string;
  readonly securityContext?: SecurityContext;
  readonly ports?: readonly { readonly hostPort?: number }[];
}

/** The parts of a pod that the profile looks at. */
export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly securityContext?: SecurityContext;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
}

const VOLUMES = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

/** What a pod has that Kubernetes' restricted profile of pod security forbids. */
export function restrictedFaults(pod: PodSpec): string[] {
  const faults: string[] = [];
  if (pod.hostNetwork || pod.hostPID || pod.hostIPC) faults.push("shares the host's namespaces");
  for (const { name, ...source } of pod.volumes ?? []) {
    const kind = Object.keys(source).find((key) => !VOLUMES.has(key));
    if (kind !== undefined) faults.push(`volume ${String(name)} is of kind ${kind}`);
  }
  for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
    for (const fault of containerFaults(container, pod.securityContext ?? {})) {
      faults.push(`${container.name}: ${fault}`);
    }
  }
  return faults;
}

function containerFaults(
  { securityContext: own = {}, ports = [] }: Container,
  pod: SecurityContext,
): string[] {
  const { add = [], drop = [] } = own.capabilities ?? {};
  const profile = (own.seccompProfile ?? pod.seccompProfile)?.type;
  const checks: readonly (readonly [boolean, string])[] = [
    [(own.runAsNonRoot ?? pod.runAsNonRoot) === true, "runAsNonRoot must be true"],
    [(own.runAsUser ?? pod.runAsUser) !== 0, "runAsUser must not be 0"],
    [own.allowPrivilegeEscalation === false, "allowPrivilegeEscalation must be false"],
    [own.privileged !== true, "privileged must not be true"],
    [drop.includes("ALL"), "capabilities must be dropped"],
    [add.every((name) => name === "NET_BIND_SERVICE"), "no capability may be added"],
    [profile === "RuntimeDefault" || profile === "Localhost", "seccompProfile must be set"],
    [ports.every(({ hostPort }) => hostPort === undefined), "hostPort must not be set"],
  ];
  return checks.flatMap(([isKept, fault]) => (isKept ? [] : [fault]));
}

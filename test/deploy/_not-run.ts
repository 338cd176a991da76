/**
 * Blocks of commands that no test runs, by the page and how they begin, with what they need that is not
 * here. A block that is in neither list fails a test.
 */
export const NOT_RUN: readonly (readonly [page: string, begins: string, needs: string])[] = [
  ["deploy/aws.md", "REGISTRY=$(aws sts", "an account of AWS"],
  ["deploy/aws.md", "aws cloudformation deploy --stack-name", "an account of AWS"],
  ["deploy/aws.md", "aws cloudformation deploy --region", "an account of AWS"],
  ["deploy/aws.md", "SECRET=$(openssl", "an account of AWS"],
  ["deploy/aws.md", "aws cloudformation delete-stack", "an account of AWS"],
  ["deploy/azure.md", "REGISTRY=", "an account of Azure"],
  ["deploy/azure.md", "PASSWORD=$(az acr", "an account of Azure"],
  ["deploy/azure.md", "az group delete", "an account of Azure"],
  ["deploy/azure.md", "az afd profile create", "an account of Azure"],
  ["deploy/google.md", "PROJECT=", "an account of Google"],
  ["deploy/google.md", "gcloud run services delete", "an account of Google"],
  ["deploy/google.md", "gcloud run revisions list", "an account of Google"],
  ["deploy/cloudflare.md", "npx wrangler login", "an account of Cloudflare"],
  ["deploy/cloudflare.md", "npx wrangler versions upload", "an account of Cloudflare"],
  ["deploy/cloudflare.md", "npx wrangler delete", "an account of Cloudflare"],
  ["deploy/deno-deploy.md", "deno deploy create", "an account of Deno"],
  ["deploy/deno-deploy.md", "deno deploy --prod", "an account of Deno"],
  ["deploy/kubernetes.md", "make docker-build", "an API server of Kubernetes"],
  ["deploy/kubernetes.md", "kubectl apply --filename", "an API server of Kubernetes"],
  ["deploy/kubernetes.md", "kubectl delete", "an API server of Kubernetes"],
  ["deploy/server.md", "apt-get update", "the addresses of the repository, of Debian and of node"],
  ["runbooks/upgrade.md", "git clone", "the repository's address"],
  ["runbooks/upgrade.md", "kubectl apply", "an API server of Kubernetes"],
  ["runbooks/certificates.md", "apt-get install --yes certbot", "a name on the internet"],
  ["runbooks/certificates.md", "kubectl --namespace", "an API server of Kubernetes"],
  ["runbooks/recover.md", "kubectl --namespace", "an API server of Kubernetes"],
];

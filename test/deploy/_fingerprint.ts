/** What prints the fingerprint of the certificate that is shown. */
export const FINGERPRINT =
  "openssl s_client -connect 127.0.0.1:443 < /dev/null 2> /dev/null | openssl x509 -noout -fingerprint";

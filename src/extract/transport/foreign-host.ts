/** Hosts of the machine itself, of its own network and of examples are no road for others to listen on. */
export function foreignHost(address: string): string | null {
  const host = /^http:\/\/([\w-]+(?:\.[\w-]+)+)(?=[:/?#]|$)/i.exec(address)?.[1]?.toLowerCase() ?? null;
  if (host === null || /(?:^|\.)(?:localhost|local|internal|lan|test|example|invalid|svc|cluster)$/.test(host))
    return null;
  return /^(?:127|10|0|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^host\.docker\./.test(host) ? null : host;
}

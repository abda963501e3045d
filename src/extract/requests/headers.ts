/**
 * Headers that tell of the visitor's device, place or language rather than carry what a client means to send. They are data of kind
 * `device`, collected apart, and no inputs.
 */
const DEVICE_HEADERS =
  /^(?:user-agent|referr?er|origin|accept-language|forwarded|via|dnt|x-(?:original-)?forwarded-for|x-real-ip|x-client-ip|x-cluster-client-ip|x-(?:vercel|nf|appengine|azure|geo|geoip)-.*|true-client-ip|fastly-client-ip|cf-.*|cloudfront-viewer-.*|fly-client-ip|sec-ch-.*|x-device-.*|x-country.*|x-city.*|x-region.*|device-memory|viewport-width)$/i;
/** Cookies have names of their own. */
const COOKIE_HEADERS = /^(?:set-)?cookie$/i;

export function isDeviceHeader(name: string): boolean {
  return DEVICE_HEADERS.test(name);
}

/** Whether a header carries a datum of its own that a client sends on purpose. */
export function isInputHeader(name: string): boolean {
  return !DEVICE_HEADERS.test(name) && !COOKIE_HEADERS.test(name);
}

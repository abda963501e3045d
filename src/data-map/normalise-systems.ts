import type { Cookie, Recipient, Right, Store } from "../model/index.js";
import type { Reader } from "./reader.js";

export function toStore(store: Reader): Store {
  return {
    ...store.entry,
    title: store.text("title"),
    type: store.required("type"),
    country: store.required("country"),
    address: store.text("address"),
    ownDataCentre: store.flag("ownDataCentre"),
    dataCentreOperator: store.text("dataCentreOperator"),
    role: store.text<Store["role"]>("role") ?? "primary",
    threatType: store.number("threatType"),
    declaredLevel: store.number("declaredLevel"),
    encryption: store.text("encryption"),
    retention: store.text("retention"),
    matches: store.texts("matches"),
  };
}

export function toRecipient(recipient: Reader): Recipient {
  const agreement = recipient.child("agreement");
  const crossBorder = recipient.child("crossBorder");
  return {
    ...recipient.entry,
    vendor: recipient.text("vendor"),
    name: recipient.text("name"),
    address: recipient.text("address"),
    role: recipient.required("role"),
    country: recipient.required("country"),
    categories: recipient.has("categories") ? recipient.texts("categories") : null,
    agreement: agreement && {
      ref: agreement.required("ref"),
      date: agreement.text("date"),
      art6_3: agreement.flag("art6_3") ?? false,
      gdprArt28: agreement.flag("gdprArt28") ?? false,
      expires: agreement.text("expires"),
    },
    crossBorder: crossBorder && {
      filing: crossBorder.text("filing"),
      basis: crossBorder.text("basis"),
      gdprTool: crossBorder.text("gdprTool"),
    },
  };
}

export function toCookie(cookie: Reader): Cookie {
  return {
    ...cookie.entry,
    party: cookie.required("party"),
    kind: cookie.required("kind"),
    lifetime: cookie.required("lifetime"),
    holdsPersonalData: cookie.flag("holdsPersonalData") ?? false,
    vendor: cookie.text("vendor"),
    purposes: cookie.texts("purposes"),
    consent: cookie.text("consent"),
    setBy: cookie.text("setBy"),
  };
}

export function toRight(right: Reader): Right {
  return {
    ...right.entry,
    entry: right.required("entry"),
    deadline: right.text("deadline"),
    reaches: right.texts("reaches"),
  };
}

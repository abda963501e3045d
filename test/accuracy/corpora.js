/**
 * Public code bases, pinned by version or commit and content. The labels beside them say, for every collection point of the files in
 * scope, whether it is personal data and of which type. `seen`: the collectors and the catalogue were mended with these labels in sight,
 * so that its figures say how good they have become, not how good they are on code that nobody has looked at.
 */
export const corpora = [
  {
    name: "ghost",
    package: "ghost@5.130.6",
    integrity: "sha512-CAWqPKt+7ws+/1NrVmvuiWiDZDEtutiu7niVMTku9uM29MjfNFFUVKM3giQBpZGZrUORXkWiXSlqbry4QGVrBw==",
    seen: true,
  },
  {
    name: "logto-schemas",
    package: "@logto/schemas@1.43.0",
    integrity: "sha512-96ujK0Sso2RRNi1s2vnIXO5vg+/yAAQAm0L4JUsvE1UOap4FbgmK7PJrku6Y7cgswkadXxNQ1/2ybOyhrw9K9w==",
    seen: true,
  },
  {
    name: "openmrs-registration",
    package: "@openmrs/esm-patient-registration-app@11.1.0",
    integrity: "sha512-ntHQjWo3iqNfhr1Z8PqAt7bXyNBrOsdumZLMjYWTbd84xrOrLAClY5574H/QO60iTf38fh5worRgM2s/baNwAQ==",
    seen: true,
  },
  {
    name: "evershop",
    package: "@evershop/evershop@2.2.1",
    integrity: "sha512-2wMqzSFq5jjkurbi5E2j3MnZAbAa3LNaXOPMlyRov+27stA5RA7IfqHVoWLOFSgcSkibGJ+fdF00nqRQ6BLYIQ==",
    seen: true,
  },
  {
    name: "strapi-users-permissions",
    package: "@strapi/plugin-users-permissions@5.54.0",
    integrity: "sha512-Eoz15pfCz4duP7S7DxslSxBfsJLBAj3OG+j/twuFk5L/jo+FLZg0l453DKmFuD61M5rfjFRuSlVoYfzyt0GjNQ==",
    seen: true,
  },
  {
    name: "hospitalrun",
    repository: "HospitalRun/hospitalrun-frontend",
    commit: "c45aa1006757031937e00c43b3de3357add80c3d",
    seen: true,
  },
  { name: "kutt", repository: "thedevs-network/kutt", commit: "fc832d7e7243d5472714e17abfe84b908901e1a7", seen: true },
  {
    name: "ghostfolio",
    repository: "ghostfolio/ghostfolio",
    commit: "c542997d27990365b607c7a6c9fe4bc8835a55c8",
    seen: true,
  },
  {
    name: "bigcapital",
    repository: "bigcapitalhq/bigcapital",
    commit: "af80afcf598377d50c819661fa7ae56e19893d2e",
    seen: true,
  },
  {
    name: "reaction-accounts",
    package: "@reactioncommerce/api-plugin-accounts@2.0.4",
    integrity: "sha512-FIYmUjNPmj1JsdZ4cuRhpLyD0ruur9T8BpQhQ5yYpu50pT7YpbNax4PaRRg1Y9h0YEYCUKInGCTCV8voTpJUUA==",
    seen: false,
  },
  { name: "wiki", repository: "requarks/wiki", commit: "6f042e97cc2d3acda6b6ff611de8e0faacce91c1", seen: false },
];

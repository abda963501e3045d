/**
 * Public packages that ship their source, pinned by version and content. The labels beside them say, for every collection point of the
 * files in scope, whether it is personal data and of which type.
 */
export const corpora = [
  {
    name: "ghost",
    package: "ghost@5.130.6",
    integrity: "sha512-CAWqPKt+7ws+/1NrVmvuiWiDZDEtutiu7niVMTku9uM29MjfNFFUVKM3giQBpZGZrUORXkWiXSlqbry4QGVrBw==",
  },
  {
    name: "logto-schemas",
    package: "@logto/schemas@1.43.0",
    integrity: "sha512-96ujK0Sso2RRNi1s2vnIXO5vg+/yAAQAm0L4JUsvE1UOap4FbgmK7PJrku6Y7cgswkadXxNQ1/2ybOyhrw9K9w==",
  },
  {
    name: "openmrs-registration",
    package: "@openmrs/esm-patient-registration-app@11.1.0",
    integrity: "sha512-ntHQjWo3iqNfhr1Z8PqAt7bXyNBrOsdumZLMjYWTbd84xrOrLAClY5574H/QO60iTf38fh5worRgM2s/baNwAQ==",
  },
];

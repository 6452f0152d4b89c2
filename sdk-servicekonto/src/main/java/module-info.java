/* SPDX-License-Identifier: EUPL-1.2 */
/** Login with the accounts of citizens and companies. */
module de.kommunalsdk.servicekonto {
    requires com.fasterxml.jackson.core;
    requires transitive de.kommunalsdk.core;
    requires java.xml.crypto;

    exports de.kommunalsdk.saml;
}

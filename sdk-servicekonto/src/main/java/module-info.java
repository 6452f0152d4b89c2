/* SPDX-License-Identifier: EUPL-1.2 */
/** Login with the accounts of citizens and companies. */
module de.kommunalsdk.servicekonto {
    requires com.fasterxml.jackson.core;
    requires transitive de.kommunalsdk.core;
    requires com.fasterxml.jackson.databind;
    requires com.nimbusds.jose.jwt;
    requires gg.jte.runtime;
    requires transitive jakarta.servlet;
    requires java.xml.crypto;
    requires org.slf4j;

    exports de.kommunalsdk.oidc;
    exports de.kommunalsdk.saml;
    exports de.kommunalsdk.servicekonto;
    exports de.kommunalsdk.servicekonto.servlet;

    opens de.kommunalsdk.servicekonto to // records that are stored as JSON
            com.fasterxml.jackson.databind;
    opens de.kommunalsdk.servicekonto.servlet.internal to
            com.fasterxml.jackson.databind;
}

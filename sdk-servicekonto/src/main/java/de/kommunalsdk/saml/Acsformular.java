/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.InvalidInput;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What arrives at the address for answers, before anything of it is believed.
 *
 * @param samlResponse the answer
 * @param relayState token of the login that it may belong to; never an address
 */
public record Acsformular(String samlResponse, String relayState) {

    private static final Pattern MARKE = Pattern.compile("[A-Za-z0-9_-]{16,80}");

    /**
     * Reads a request of a browser.
     *
     * @param methode of HTTP
     * @param inhaltstyp header Content-Type
     * @param felder fields of the form; the caller limits the body to a few hundred kilobytes
     * @throws InvalidInput {@link SamlFehler#FORMULAR}, {@link SamlFehler#RELAYSTATE}
     */
    public static Acsformular lies(String methode, @Nullable String inhaltstyp, Map<String, String[]> felder) {
        if (!"POST".equals(methode)) {
            throw new InvalidInput(SamlFehler.FORMULAR, "kein POST");
        }
        String typ =
                inhaltstyp == null ? "" : inhaltstyp.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!typ.equals("application/x-www-form-urlencoded")) {
            throw new InvalidInput(SamlFehler.FORMULAR, "Content-Type");
        }
        String[] antworten = felder.getOrDefault("SAMLResponse", new String[0]);
        if (antworten.length != 1) {
            throw new InvalidInput(SamlFehler.FORMULAR, "SAMLResponse " + antworten.length + "-mal");
        }
        String[] marken = felder.getOrDefault("RelayState", new String[0]);
        if (marken.length != 1 || !MARKE.matcher(marken[0]).matches()) {
            throw new InvalidInput(SamlFehler.RELAYSTATE, "");
        }
        return new Acsformular(antworten[0], marken[0]);
    }

    /** Without the answer, which holds personal data, and the token. */
    @Override
    public String toString() {
        return "Acsformular[" + samlResponse.length() + "]";
    }
}

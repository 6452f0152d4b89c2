/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import static java.util.Map.entry;

import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Muster;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the harmonised elements of FIM say about a field beside its type: the purpose of the input (WCAG 2.2, 1.3.5), and
 * whether it is an e-mail address or an IBAN. The elements are named as in the schemas of the FIM portal, where the same
 * element is {@code F60000000227} in XDF3 and {@code F60000227} in XDF2.
 */
final class Feldwissen {

    /** Token by the last three digits; a house number, a state by code and an academic degree have none that fits. */
    private static final Map<String, String> ZWECKE = Map.ofEntries(
            entry("227", "family-name"), // Familienname
            entry("228", "given-name"), // Vornamen
            entry("231", "bday-day"), // Tag (ohne Monat und Jahr)
            entry("232", "bday-month"), // Monat
            entry("233", "bday-year"), // Jahr
            entry("240", "tel"), // Telefon
            entry("242", "email"), // E-Mail
            entry("243", "address-line1"), // Straße
            entry("246", "postal-code"), // Postleitzahl
            entry("247", "address-level2"), // Ort
            entry("248", "address-line2"), // Anschrift Zusatzangaben
            entry("319", "organization"), // Eingetragener Name / Organisationsname
            entry("321", "url"), // Web Adresse
            entry("357", "country-name"), // Staat Bezeichnung
            entry("382", "postal-code")); // Postleitzahl (XUnternehmen)

    private static final String EMAIL = "242";

    private Feldwissen() {}

    /** The token for a field, empty when there is none. */
    static String autocomplete(String id) {
        return harmonisiert(id).map(ZWECKE::get).orElse("");
    }

    /** What the schema lets us know: the harmonised e-mail address, or a text that is called IBAN. */
    static Sonderform sonderform(Datenfeld feld, String autocomplete) {
        if (!Feldangaben.istText(feld)) {
            return Sonderform.KEINE;
        }
        if (autocomplete.equals("email")
                || harmonisiert(feld.id()).filter(EMAIL::equals).isPresent()) {
            return Sonderform.EMAIL;
        }
        boolean iban = (feld.name() + " " + feld.bezeichnungEingabe())
                .toUpperCase(Locale.ROOT)
                .matches("(?s)(.*[^A-Z])?IBAN([^A-Z].*)?");
        return iban ? Sonderform.IBAN : Sonderform.KEINE;
    }

    /** Whether a pattern takes a month of a year, and no other texts. */
    static boolean istTeildatum(Optional<Muster> muster) {
        return muster.isPresent()
                && muster.get().passt("2004-02")
                && !muster.get().passt("abcd-ef")
                && !muster.get().passt("2004702")
                && !muster.get().passt("20-0402");
    }

    private static Optional<String> harmonisiert(String id) {
        return id.matches("F60000(000)?\\d{3}") ? Optional.of(id.substring(id.length() - 3)) : Optional.empty();
    }
}

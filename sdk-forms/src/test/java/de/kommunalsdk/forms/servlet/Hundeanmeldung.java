/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Synthetic answers of one citizen for "Hund anmelden", page by page, and the way through the pages. */
final class Hundeanmeldung {

    static final String VORNAME = "G05999000001.F60000000228";
    static final String NACHWEIS = "G05999000003-1.F05999000010";
    static final byte[] PDF = "%PDF-1.7\n% synthetisch\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    static final Map<String, String> PERSON = Map.of(
            VORNAME,
            "Erika",
            "G05999000001.F60000000227",
            "Mustermann",
            "G05999000001.F05999000001.tag",
            "1",
            "G05999000001.F05999000001.monat",
            "2",
            "G05999000001.F05999000001.jahr",
            "1980");
    static final Map<String, String> ANSCHRIFT = Map.of(
            "G05999000001.G60000000086.F60000000243", "Hauptstraße",
            "G05999000001.G60000000086.F60000000244", "12 a",
            "G05999000001.G60000000086.F60000000246", "99999",
            "G05999000001.G60000000086.F60000000247", "Musterstadt");

    private Hundeanmeldung() {}

    static Map<String, String> hund(int nummer, String name, boolean gross) {
        String ort = "G05999000003-" + nummer + ".F0599900000";
        Map<String, String> felder = new LinkedHashMap<>();
        felder.put(ort + "2", name);
        felder.put(ort + "3", "Dackel");
        felder.put(ort + "4", "m");
        felder.put(ort + "5.tag", "3");
        felder.put(ort + "5.monat", "4");
        felder.put(ort + "5.jahr", "2024");
        felder.put(ort + "7", "braun");
        felder.put(ort + "8.tag", "1");
        felder.put(ort + "8.monat", "11");
        felder.put(ort + "8.jahr", "2026");
        felder.put(ort + "9", String.valueOf(gross));
        return felder;
    }

    static Datei pdf() {
        return new Datei("Nachweis größer.pdf", "application/pdf", PDF);
    }

    /** Starts a draft; gives its first page. */
    static Seite starte(Testbrowser b) {
        return b.druecke(b.hole("/hund-anmelden"), "Jetzt online beantragen", Map.of());
    }

    /** From the start to the page of the dog. */
    static Seite bisHund(Testbrowser b) {
        return b.druecke(b.druecke(starte(b), "weiter", PERSON), "weiter", ANSCHRIFT);
    }

    /** From the start to the review page. */
    static Seite bisPruefen(Testbrowser b) {
        return b.druecke(b.druecke(bisHund(b), "weiter", hund(1, "Waldi", false)), "weiter", Map.of());
    }
}

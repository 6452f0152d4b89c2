/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import de.kommunalsdk.error.Fehlercode;

/** Codes of what keeps a file from being linted completely; what is wrong with a schema has numbers, see {@link Meldung}. */
public enum LintFehler implements Fehlercode {
    NICHT_PRUEFBAR(
            "OZG-LINT-0001",
            "Die Nachricht wird nicht auf Qualität geprüft.",
            "Ein Stammdatenschema, eine Datenfeldgruppe, ein Datenfeld oder einen Dokumentsteckbrief in XDatenfelder"
                    + " 3.0.0 verwenden; ältere Schemata im FIM-Portal umwandeln."),
    ZU_VIELE_BEFUNDE(
            "OZG-LINT-0002",
            "Weitere Befunde werden nicht mehr genannt.",
            "Die genannten Befunde beheben und erneut prüfen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    LintFehler(String code, String bedeutung, String abhilfe) {
        this.code = code;
        this.bedeutung = bedeutung;
        this.abhilfe = abhilfe;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bedeutung() {
        return bedeutung;
    }

    @Override
    public String abhilfe() {
        return abhilfe;
    }
}

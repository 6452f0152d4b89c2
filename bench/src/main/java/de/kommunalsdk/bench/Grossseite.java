/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Ausschnitt;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.seiten.Vorlagen;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Very large pages, from the bytes of the draft to HTML. */
final class Grossseite {

    private static final int GROSS = 200; // groups of ten fields
    private static final int EINTRAEGE = 1_000;

    private final Ansicht ansicht = SeitenBench.ansicht(Eingaben.mandant());
    private final Vorlagen vorlagen = new Vorlagen();
    private final Formular wiederholung = Grossformular.mitWiederholung();
    private final Formular gross;
    private final byte[] grosserEntwurf;
    private final byte[] langerEntwurf;

    /** 2,000 fields, 1,000 entries. */
    Grossseite() {
        this(GROSS, EINTRAEGE);
    }

    Grossseite(int gruppen, int eintraege) {
        gross = Grossformular.mitGruppen(gruppen);
        grosserEntwurf = AntwortenFormat.schreibe(Grossformular.antworten(gruppen));
        langerEntwurf = AntwortenFormat.schreibe(Grossformular.eintraege(eintraege));
    }

    /** All fields on one page: read, checked, laid out, rendered. */
    String felder() throws IOException {
        return seite(gross, grosserEntwurf);
    }

    /** All entries: read, checked, laid out; twenty of them rendered. */
    String eintraege() throws IOException {
        return seite(wiederholung, langerEntwurf);
    }

    private String seite(Formular formular, byte[] entwurf) throws IOException {
        Lage lage = Reise.standard().lage(formular, AntwortenFormat.lies(entwurf), Eingaben.HEUTE);
        Formularseite seite = lage.seiten().get(0);
        List<Feldfehler> fehler = lage.fehler(seite);
        Formularansicht f = new Formularansicht(
                ansicht,
                "Bench",
                "/ozg/bench/antrag/1/seite/alle",
                seite,
                1,
                2,
                7,
                lage.antworten(),
                Ausschnitt.ANFANG.von(lage.plaetze(seite), lage.antworten()),
                fehler,
                Map.of());
        StringWriter ziel = new StringWriter();
        vorlagen.schreibe(SeitenBench::rahme, "formular", "Alle", ansicht, "", Map.of("f", f), ziel);
        return ziel.toString();
    }
}

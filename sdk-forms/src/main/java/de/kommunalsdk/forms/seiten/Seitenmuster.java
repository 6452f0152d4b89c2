/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.Eintragsliste;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a page's places writes around its fields: groups, headings, buttons. It is made by the template itself, and
 * holds nothing of an answer. Immutable.
 */
final class Seitenmuster {

    private final String[] texte;
    private final Feldstelle[] felder;

    private Seitenmuster(Aufnahme aufnahme) {
        this.texte = aufnahme.texte.toArray(String[]::new);
        this.felder = aufnahme.felder.stream().map(Feldstelle::new).toArray(Feldstelle[]::new);
    }

    /** The pattern of a page; null when more than its fields depends on answers. */
    static @Nullable Seitenmuster von(Formularansicht f) {
        if (!istTeilbar(f.plaetze())) {
            return null;
        }
        Aufnahme aufnahme = new Aufnahme(new StringOutput());
        f.ansicht().vorlagen().rendere("plaetze", Map.of("f", f, "plaetze", f.plaetze()), aufnahme);
        aufnahme.schliesse();
        return new Seitenmuster(aufnahme);
    }

    /** Whether there are no entries that are listed with their answers. */
    private static boolean istTeilbar(List<Platz> plaetze) {
        for (Platz platz : plaetze) {
            if (platz instanceof Eintragsliste || !istTeilbar(kinder(platz))) {
                return false;
            }
        }
        return true;
    }

    static List<Platz> kinder(Platz platz) {
        return platz instanceof GruppenPlatz g
                ? g.kinder()
                : platz instanceof Wiederholung w ? w.eintraege() : List.of();
    }

    int groesse() {
        return felder.length + 1;
    }

    void schreibe(Formularansicht f, TemplateOutput ziel) {
        for (int i = 0; i < felder.length; i++) {
            ziel.writeContent(texte[i]);
            felder[i].schreibe(f, ziel);
        }
        ziel.writeContent(texte[felder.length]);
    }

    /** Takes down what the template writes, divided at the fields. */
    private static final class Aufnahme extends OwaspHtmlTemplateOutput {

        private final StringOutput text;
        private final List<String> texte = new ArrayList<>();
        private final List<FeldPlatz> felder = new ArrayList<>();

        Aufnahme(StringOutput text) {
            super(text);
            this.text = text;
        }

        @Override
        public void writeUserContent(Content inhalt) {
            if (inhalt instanceof Feldinhalt feld) {
                schliesse();
                felder.add(feld.platz());
            } else {
                super.writeUserContent(inhalt);
            }
        }

        void schliesse() {
            texte.add(text.toString());
            text.reset();
        }
    }
}

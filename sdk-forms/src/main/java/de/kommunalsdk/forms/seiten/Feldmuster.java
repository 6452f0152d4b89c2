/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a field writes in one language, divided where the prefix of ids, the place and the answer stand. It is made
 * by the template itself, which is given marks in their place: characters of Unicode that no text may have. The answer is escaped
 * by jte each time, in the context that the template had. Immutable.
 */
final class Feldmuster {

    private static final char ERSTE = '\uFDD0';
    private static final int PRAEFIX = 0; // with the place behind it: an id
    private static final int ORT = 1;
    private static final int WERT = 2; // and two more, for a date
    private static final int ARTEN = 5;
    private static final int ZEICHEN = 1024;
    private static final String MARKE_ORT = marke(ORT);
    private static final Einbettung MARKIERT = new Einbettung() {
        @Override
        public String url(String unten) {
            return unten;
        }

        @Override
        public String praefix() {
            return marke(PRAEFIX);
        }

        @Override
        public Map<String, String> formularfelder() {
            return Map.of();
        }
    };

    private final String[] texte;
    private final Luecke[] luecken;

    private record Luecke(int art, String tag, @Nullable String attribut) {}

    private Feldmuster(Aufnahme aufnahme) {
        this.texte = aufnahme.texte.toArray(String[]::new);
        this.luecken = aufnahme.luecken.toArray(Luecke[]::new);
    }

    private static String marke(int art) {
        return String.valueOf((char) (ERSTE + art));
    }

    /**
     * The pattern of a field; null when it cannot be divided.
     *
     * @param wahl the choice that is made; null when the field is typed
     */
    static @Nullable Feldmuster von(Formularansicht f, FeldPlatz platz, @Nullable String wahl) {
        Ansicht ansicht = f.ansicht().in(MARKIERT);
        String wert = wahl != null
                ? wahl
                : switch (platz.feld().anzeige()) {
                    case DATUM, TEILDATUM -> marke(WERT) + "." + marke(WERT + 1) + "." + marke(WERT + 2);
                    default -> marke(WERT);
                };
        Antworten antworten =
                new Antworten.Bauer(Antworten.LEER).mit(MARKE_ORT, wert).baue();
        FeldPlatz markiert = new FeldPlatz(MARKE_ORT, platz.feld(), platz.pflicht());
        Formularansicht allein = new Formularansicht(
                ansicht, "", "", f.seite(), 1, 1, 0, antworten, List.of(markiert), List.of(), Map.of());
        Aufnahme aufnahme = new Aufnahme();
        ansicht.vorlagen().rendere("feld", Map.of("f", allein, "p", markiert), aufnahme);
        aufnahme.schliesse();
        return aufnahme.unteilbar ? null : new Feldmuster(aufnahme);
    }

    /**
     * Writes the field.
     *
     * @param id of the field, in which nothing is to be escaped, nor in the place
     * @param werte what stands in its controls
     */
    void schreibe(String id, String ort, String[] werte, TemplateOutput ziel) {
        HtmlTemplateOutput html = ziel instanceof HtmlTemplateOutput h ? h : new OwaspHtmlTemplateOutput(ziel);
        for (int i = 0; i < luecken.length; i++) {
            html.writeContent(texte[i]);
            Luecke luecke = luecken[i];
            if (luecke.art == PRAEFIX) {
                html.writeContent(id);
            } else if (luecke.art == ORT) {
                html.writeContent(ort);
            } else {
                html.setContext(luecke.tag, luecke.attribut);
                html.writeUserContent(werte[luecke.art - WERT]);
                html.setContext(luecke.tag, null);
            }
        }
        html.writeContent(texte[luecken.length]);
    }

    /** Takes down what a template writes, divided at the marks. */
    private static final class Aufnahme extends OwaspHtmlTemplateOutput {

        private final StringOutput text;
        private final List<String> texte = new ArrayList<>();
        private final List<Luecke> luecken = new ArrayList<>();
        private String tag = "";
        private @Nullable String attribut;
        private boolean unteilbar;

        Aufnahme() {
            this(new StringOutput(ZEICHEN));
        }

        private Aufnahme(StringOutput text) {
            super(text);
            this.text = text;
        }

        @Override
        public void setContext(String tag, @Nullable String attribut) {
            super.setContext(tag, attribut);
            this.tag = tag;
            this.attribut = attribut;
        }

        @Override
        public void writeUserContent(@Nullable String inhalt) {
            if (inhalt == null) {
                return;
            }
            int von = 0;
            for (int i = 0; i < inhalt.length(); i++) {
                int art = inhalt.charAt(i) - ERSTE;
                if (art >= 0 && art < ARTEN) {
                    super.writeUserContent(inhalt.substring(von, i));
                    schliesse();
                    luecken.add(new Luecke(art, tag, attribut));
                    unteilbar |= Seitenpuffer.istHeikel(tag, attribut);
                    if (art == PRAEFIX) {
                        i++;
                        unteilbar |= !inhalt.startsWith(MARKE_ORT, i);
                    }
                    von = i + 1;
                }
            }
            super.writeUserContent(inhalt.substring(von));
        }

        void schliesse() {
            texte.add(text.toString());
            text.reset();
        }
    }
}

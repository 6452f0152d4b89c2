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
 * What the template of a field writes at one place in one language, divided where the answer stands. It is made by the template
 * itself, which is given marks in place of the answer: characters of Unicode that no text may have. The answer is escaped by jte
 * each time, in the context that the template had. Immutable.
 */
final class Feldmuster {

    private static final char MARKE = '\uFDD0'; // and two more, for a date
    private static final int MARKEN = 3;
    private static final int ZEICHEN = 1024;

    private final String[] texte;
    private final Luecke[] luecken;

    private record Luecke(int nummer, String tag, @Nullable String attribut) {}

    private Feldmuster(Aufnahme aufnahme) {
        this.texte = aufnahme.texte.toArray(String[]::new);
        this.luecken = aufnahme.luecken.toArray(Luecke[]::new);
    }

    private static boolean istMarke(int zeichen) {
        return zeichen >= MARKE && zeichen < MARKE + MARKEN;
    }

    private static String marke(int nummer) {
        return String.valueOf((char) (MARKE + nummer));
    }

    /**
     * The pattern of a field; null when it cannot be divided.
     *
     * @param wahl the choice that is made; null when the field is typed
     */
    static @Nullable Feldmuster von(Formularansicht f, FeldPlatz platz, @Nullable String wahl) {
        String wert = wahl != null
                ? wahl
                : switch (platz.feld().anzeige()) {
                    case DATUM, TEILDATUM -> marke(0) + "." + marke(1) + "." + marke(2);
                    default -> marke(0);
                };
        Antworten antworten =
                new Antworten.Bauer(Antworten.LEER).mit(platz.ort(), wert).baue();
        Formularansicht allein = new Formularansicht(
                f.ansicht().allein(), "", "", f.seite(), 1, 1, 0, antworten, List.of(platz), List.of(), Map.of());
        Aufnahme aufnahme = new Aufnahme();
        f.ansicht().vorlagen().rendere("feld", Map.of("f", allein, "p", platz), aufnahme);
        aufnahme.schliesse();
        return aufnahme.unteilbar ? null : new Feldmuster(aufnahme);
    }

    /** Writes the field with what stands in its controls. */
    void schreibe(String[] werte, TemplateOutput ziel) {
        HtmlTemplateOutput html = ziel instanceof HtmlTemplateOutput h ? h : new OwaspHtmlTemplateOutput(ziel);
        for (int i = 0; i < luecken.length; i++) {
            html.writeContent(texte[i]);
            html.setContext(luecken[i].tag, luecken[i].attribut);
            html.writeUserContent(werte[luecken[i].nummer]);
        }
        html.writeContent(texte[luecken.length]);
        html.setContext("html", null);
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
            if (inhalt != null && inhalt.length() == 1 && istMarke(inhalt.charAt(0))) {
                schliesse();
                luecken.add(new Luecke(inhalt.charAt(0) - MARKE, tag, attribut));
                unteilbar |= Seitenpuffer.istHeikel(tag, attribut);
            } else {
                super.writeUserContent(inhalt);
            }
        }

        void schliesse() {
            String stueck = text.toString();
            unteilbar |= stueck.chars().anyMatch(Feldmuster::istMarke); // the answer as a part of something
            texte.add(stueck);
            text.reset();
        }
    }
}

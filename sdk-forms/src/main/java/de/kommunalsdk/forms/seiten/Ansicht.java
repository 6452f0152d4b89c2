/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.web.Texte;
import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every page knows.
 *
 * @param einbettung how the page appears where it is embedded
 * @param pfad path of this page, for the language switch; empty when the page is an answer to a POST
 * @param csrf token for the forms of this page
 * @param stelle responsible unit of this page
 * @param synthetisch whether the Dienst of this page runs with generated code lists, which every page says
 * @param hilfe questions and answers of the Dienst
 * @param frist until when the page has to be sent; empty where nothing is lost
 * @param vorlagen the templates, the host's own among them
 */
public record Ansicht(
        Mandant mandant,
        Locale sprache,
        Einbettung einbettung,
        String pfad,
        String csrf,
        Stelle stelle,
        boolean synthetisch,
        Hilfeangebot hilfe,
        Optional<Frist> frist,
        Vorlagensatz vorlagen) {

    private static final Pattern LEERZEILE = Pattern.compile("\\n\\s*\\n");

    /**
     * Until when a page has to be sent.
     *
     * @param sekunden how long from now
     * @param bis the same as time of day, for people
     * @param verlaengern URL that answers with a new time and a new token
     */
    public record Frist(long sekunden, String bis, String verlaengern) {}

    /** Without help, without time limit, with the SDK's own templates. */
    public Ansicht(
            Mandant mandant,
            Locale sprache,
            Einbettung einbettung,
            String pfad,
            String csrf,
            Stelle stelle,
            boolean synthetisch) {
        this(
                mandant,
                sprache,
                einbettung,
                pfad,
                csrf,
                stelle,
                synthetisch,
                Hilfeangebot.KEINES,
                Optional.empty(),
                Vorlagensatz.EIGENE);
    }

    /** Without what changes from one visit to the next. */
    Ansicht allein() {
        return new Ansicht(
                mandant,
                sprache,
                einbettung,
                "",
                "",
                stelle,
                synthetisch,
                Hilfeangebot.KEINES,
                Optional.empty(),
                vorlagen);
    }

    /** A text of the page frame. */
    public String t(String schluessel) {
        return Texte.text(sprache, schluessel);
    }

    /** A text of the page frame with values. */
    public String t(String schluessel, Object... werte) {
        return Texte.text(sprache, schluessel, werte);
    }

    /** A path below the SDK's pages. */
    public String url(String unten) {
        return einbettung.url(unten);
    }

    /** An id of this page, or the reference to one. */
    public String id(String name) {
        String praefix = einbettung.praefix();
        return praefix.isEmpty() ? name : praefix + name;
    }

    /** A telephone number as a {@code tel:} link needs it. */
    public static String waehlbar(String telefon) {
        StringBuilder ziffern = new StringBuilder(telefon.length());
        for (int i = 0; i < telefon.length(); i++) {
            char zeichen = telefon.charAt(i);
            if (zeichen == '+' || (zeichen >= '0' && zeichen <= '9')) {
                ziffern.append(zeichen);
            }
        }
        return ziffern.toString();
    }

    /** The paragraphs of a text, which blank lines divide. */
    public static List<String> absaetze(String text) {
        String ganz = text.strip();
        return ganz.indexOf('\n') < 0 ? List.of(ganz) : List.of(LEERZEILE.split(ganz));
    }

    /** A link of the host portal: {@code impressum}, {@code datenschutz} or {@code barrierefreiheit}. */
    public String verweis(String name) {
        return String.valueOf(mandant.verweise().get(name));
    }

    /** Value of {@code lang} for texts of the schema and of the Kommune, which are German; null where the page is German too. */
    public @Nullable String deutsch() {
        return lang("de");
    }

    /** Value of {@code lang} for a text; null where the texts of the page are in that language too. */
    public @Nullable String lang(String tag) {
        return Texte.sprache(sprache).getLanguage().equals(tag) ? null : tag;
    }

    /** Value of {@code lang} for all that the SDK writes; null where it is the language of the page. */
    public @Nullable String textsprache() {
        String tag = Texte.sprache(sprache).getLanguage();
        return tag.equals(sprache.getLanguage()) ? null : tag;
    }

    /** Help and contact as HTML; those of the host may depend on anything. */
    public Content fuss() {
        return ziel -> {
            String fuss = ersetzt("fuss") ? null : vorlagen.muster().fuss(this);
            ziel.writeContent(fuss == null ? teil("fuss", Map.of("a", this)) : fuss);
        };
    }

    /** Whether the host has its own template of this name. */
    public boolean ersetzt(String vorlage) {
        return vorlagen.ersetzt(vorlage);
    }

    /** Trusted HTML of a part of a page: the host's template of this name, else the SDK's. */
    public String teil(String vorlage, Map<String, Object> werte) {
        return vorlagen.teil(vorlage, werte);
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.web.Texte;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every page knows.
 *
 * @param basis path of the SDK's pages of this Mandant, without a slash at the end
 * @param pfad path of this page below {@code basis}, for the language switch; empty when the page is an answer to a POST
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
        String basis,
        String pfad,
        String csrf,
        Stelle stelle,
        boolean synthetisch,
        Hilfeangebot hilfe,
        Optional<Frist> frist,
        Vorlagensatz vorlagen) {

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
            String basis,
            String pfad,
            String csrf,
            Stelle stelle,
            boolean synthetisch) {
        this(
                mandant,
                sprache,
                basis,
                pfad,
                csrf,
                stelle,
                synthetisch,
                Hilfeangebot.KEINES,
                Optional.empty(),
                Vorlagensatz.EIGENE);
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
        return basis + unten;
    }

    /** A telephone number as a {@code tel:} link needs it. */
    public static String waehlbar(String telefon) {
        return telefon.codePoints()
                .filter(c -> c == '+' || (c >= '0' && c <= '9'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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

    /** Whether the host has its own template of this name. */
    public boolean ersetzt(String vorlage) {
        return vorlagen.ersetzt(vorlage);
    }

    /** Trusted HTML of a part of a page: the host's template of this name, else the SDK's. */
    public String teil(String vorlage, Map<String, Object> werte) {
        return vorlagen.teil(vorlage, werte);
    }
}

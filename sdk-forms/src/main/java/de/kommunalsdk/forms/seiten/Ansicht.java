/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.web.Texte;
import java.util.Locale;

/**
 * What every page knows.
 *
 * @param einbettung how the page appears where it is embedded
 * @param pfad path of this page, for the language switch; empty when the page is an answer to a POST
 * @param csrf token for the forms of this page
 * @param stelle responsible unit of this page
 * @param synthetisch whether the Dienst of this page runs with generated code lists, which every page says
 */
public record Ansicht(
        Mandant mandant,
        Locale sprache,
        Einbettung einbettung,
        String pfad,
        String csrf,
        Stelle stelle,
        boolean synthetisch) {

    /** A text of the page frame. */
    public String t(String schluessel, Object... werte) {
        return Texte.text(sprache, schluessel, werte);
    }

    /** A path below the SDK's pages. */
    public String url(String unten) {
        return einbettung.url(unten);
    }

    /** An id of this page, or the reference to one. */
    public String id(String name) {
        return einbettung.praefix() + name;
    }

    /** A link of the host portal: {@code impressum}, {@code datenschutz} or {@code barrierefreiheit}. */
    public String verweis(String name) {
        return String.valueOf(mandant.verweise().get(name));
    }
}

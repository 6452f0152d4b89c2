/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.error.Fundstelle;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A look-up on a page.
 *
 * @param id its id in the Dienst
 * @param abfrage id of the port
 * @param titel what is looked up, shown on the page
 * @param seite id of the page
 * @param eingaben which answers are sent, by the names of the port
 * @param felder which fields are filled with what
 * @param text whether the page shows the sentence of the answer
 * @param automatisch whether it runs by itself when the page is sent
 * @param frist how long it is waited for
 * @param hinweis whether a page that went on by itself stops to say that there is no answer
 * @param stelle where it stands in dienst.yaml
 */
public record Seitenabfrage(
        String id,
        String abfrage,
        String titel,
        String seite,
        Map<String, Feld> eingaben,
        List<Ziel> felder,
        boolean text,
        boolean automatisch,
        Duration frist,
        boolean hinweis,
        Fundstelle stelle) {

    public Seitenabfrage {
        eingaben = Map.copyOf(eingaben);
        felder = List.copyOf(felder);
    }

    /** A field that is filled with a value of the answer. */
    public record Ziel(Feld feld, String ergebnis, boolean aenderbar) {}
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.web.Texte;
import java.util.Locale;

/**
 * What each page of the login shows.
 *
 * @param ort path of the servlet, without a slash at the end
 * @param formulare path of the forms of the Mandant, without a slash at the end
 * @param unverschluesselt whether the page says that this is no place for real data
 */
public record Kontoansicht(Mandant mandant, Locale sprache, String ort, String formulare, boolean unverschluesselt) {

    /** A text of the page. */
    public String t(String schluessel, Object... werte) {
        return Texte.text(sprache, schluessel, werte);
    }

    /** A level in words. */
    public String niveau(de.kommunalsdk.nutzerkonto.Vertrauensniveau niveau) {
        return t("niveau." + niveau.name().toLowerCase(Locale.ROOT));
    }
}

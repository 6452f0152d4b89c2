/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.seiten.Umgebung.Suche;
import java.time.Duration;

/**
 * Searches in long lists. What was typed is an answer, nearly: it goes neither into an address, which is logged, nor into
 * the draft, but for a few minutes into a sealed cookie of this draft.
 */
final class Listensuche {

    private static final Duration FRIST = Duration.ofMinutes(10);
    private static final int HOECHSTENS = 80;
    private static final String COOKIE = "ozg-suche";
    private static final String ZWECK = "suche";

    private final KommunalSdk sdk;

    Listensuche(KommunalSdk sdk) {
        this.sdk = sdk;
    }

    /** Keeps what was typed beside the list of the field at {@code ort} for the next page. */
    void merke(Vorgang v, String ort) {
        String begriff = v.a().http().getParameter(ort + ".suche");
        String kurz = begriff == null
                ? ""
                : begriff.strip()
                        .substring(0, Math.min(HOECHSTENS, begriff.strip().length()));
        String siegel = sdk.siegel().siegle(ZWECK, v.entwurf().id() + "\n" + ort + "\n" + kurz, FRIST);
        v.a().setzeCookie(COOKIE, siegel, v.pfad(), FRIST);
    }

    /** The search that this page shows the results of. */
    Suche letzte(Vorgang v) {
        String ort = v.a().istPost() ? null : v.a().http().getParameter("suche");
        if (ort == null) {
            return Suche.KEINE;
        }
        return v.a().cookie(COOKIE)
                .flatMap(wert -> sdk.siegel().oeffne(ZWECK, wert))
                .map(inhalt -> inhalt.split("\n", 3))
                .filter(teile ->
                        teile.length == 3 && teile[0].equals(v.entwurf().id().wert()) && teile[1].equals(ort))
                .map(teile -> new Suche(ort, teile[2]))
                .orElse(Suche.KEINE);
    }
}

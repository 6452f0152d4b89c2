/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.seiten.Umgebung.Suche;
import java.time.Duration;

/**
 * Searches in long lists. What was typed is an answer, nearly: it goes neither into an address, which is logged, nor into
 * the draft, but for a few minutes into a sealed cookie of the pages of this draft or of this person.
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
        merke(v.a(), v.pfad(), ort);
    }

    /** The same below any path, which is part of what is sealed. */
    void merke(Anfrage a, String pfad, String ort) {
        String begriff = a.http().getParameter(ort + ".suche");
        String kurz = begriff == null
                ? ""
                : begriff.strip()
                        .substring(0, Math.min(HOECHSTENS, begriff.strip().length()));
        String siegel = sdk.siegel().siegle(ZWECK, pfad + "\n" + ort + "\n" + kurz, FRIST);
        a.setzeCookie(COOKIE, siegel, pfad, FRIST);
    }

    /** The search that this page shows the results of. */
    Suche letzte(Vorgang v) {
        return letzte(v.a(), v.pfad());
    }

    Suche letzte(Anfrage a, String pfad) {
        String ort = a.istPost() ? null : a.wert("suche");
        if (ort == null) {
            return Suche.KEINE;
        }
        return a.cookie(COOKIE)
                .flatMap(wert -> sdk.siegel().oeffne(ZWECK, wert))
                .map(inhalt -> inhalt.split("\n", 3))
                .filter(teile -> teile.length == 3 && teile[0].equals(pfad) && teile[1].equals(ort))
                .map(teile -> new Suche(ort, teile[2]))
                .orElse(Suche.KEINE);
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which drafts a browser may go on with: a sealed cookie for each. Thread-safe. */
final class Entwurfscookies {

    /** Where parts of portal pages share one path, all of them travel with each request, and a container reads 8 kB. */
    static final int HOECHSTENS = 20;

    private static final String NAME = "ozg-a-";
    private static final Duration MERKEN = Duration.ofDays(90);

    private final KommunalSdk sdk;

    Entwurfscookies(KommunalSdk sdk) {
        this.sdk = sdk;
    }

    /** Lets this browser go on with a draft. The longest unused ones beyond {@link #HOECHSTENS} need their code or account. */
    void merke(Anfrage a, OzgDienst dienst, AntragId id) {
        setze(a, dienst, id, Antragsseiten.heute(sdk.clock()));
        List<AntragId> andere = andere(a, id);
        andere.subList(0, Math.max(0, andere.size() + 1 - HOECHSTENS)).forEach(alt -> vergiss(a, dienst, alt));
    }

    /** Of many cookies those of submitted Antraege go first: nothing can be lost with them. */
    void stelleZurueck(Anfrage a, OzgDienst dienst, AntragId id, LocalDate gemerkt) {
        if (!gemerkt.equals(LocalDate.EPOCH)) {
            setze(a, dienst, id, LocalDate.EPOCH);
        }
    }

    private void setze(Anfrage a, OzgDienst dienst, AntragId id, LocalDate tag) {
        a.setzeCookie(
                NAME + id, sdk.siegel().siegle("antrag", eigen(a, id) + tag, MERKEN), Vorgang.pfad(dienst, id), MERKEN);
    }

    /** Ends that. */
    static void vergiss(Anfrage a, OzgDienst dienst, AntragId id) {
        a.setzeCookie(NAME + id, "", Vorgang.pfad(dienst, id), Duration.ZERO);
    }

    /** The day on which this browser last used a draft; empty when it may not go on with it. */
    Optional<LocalDate> gemerkt(Anfrage a, AntragId id) {
        return a.cookie(NAME + id)
                .flatMap(wert -> sdk.siegel().oeffne("antrag", wert))
                .filter(wert -> wert.startsWith(eigen(a, id)))
                .map(wert -> LocalDate.parse(wert.substring(eigen(a, id).length())));
    }

    private static String eigen(Anfrage a, AntragId id) {
        return a.mandant().id() + ":" + id + ":";
    }

    /** The other drafts whose cookies came with this request, the longest unused first. */
    private List<AntragId> andere(Anfrage a, AntragId id) {
        Cookie[] alle = a.http().getCookies();
        return (alle == null ? Stream.<Cookie>empty() : Arrays.stream(alle))
                .map(Cookie::getName)
                .filter(name -> name.startsWith(NAME) && AntragId.istGueltig(name.substring(NAME.length())))
                .map(name -> new AntragId(name.substring(NAME.length())))
                .filter(andere -> !andere.equals(id))
                .sorted(Comparator.comparing(andere -> gemerkt(a, andere).orElse(LocalDate.MIN)))
                .toList();
    }
}

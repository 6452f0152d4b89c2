/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.forms.SdkFehler;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The browser of a request: its id in a sealed cookie, and the token that binds each form to it. Not thread-safe. */
final class Browser {

    /** The field of a form that carries the token. */
    static final String FELD = "csrf";

    /** How long a browser is known. */
    static final Duration DAUER = Duration.ofDays(30);

    /** How long a form can be sent. */
    static final Duration TOKEN = Duration.ofHours(12);

    private static final String COOKIE = "ozg-b";
    private static final String NEU = Browser.class.getName();
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final Anfrage a;
    private final Siegel siegel;
    private @Nullable String id;
    private @Nullable String token;

    Browser(Anfrage a, Siegel siegel) {
        this.a = a;
        this.siegel = siegel;
    }

    /** Its id, which nobody else has; made, and given to it, when a form first needs it. */
    String id() {
        String da = id;
        if (da == null) {
            da = a.cookie(COOKIE)
                    .flatMap(wert -> siegel.oeffne("browser", wert))
                    .orElseGet(() -> a.http().getAttribute(NEU) instanceof String neu ? neu : neue());
            id = da;
        }
        return da;
    }

    private String neue() {
        byte[] bytes = new byte[16];
        ZUFALL.nextBytes(bytes);
        String neu = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        a.http().setAttribute(NEU, neu); // another part of the same page is in the same browser
        a.setzeCookie(COOKIE, siegel.siegle("browser", neu, DAUER), "", DAUER);
        return neu;
    }

    /** What a form of this page has to bring back. */
    String token() {
        String da = token;
        if (da == null) {
            da = siegel.siegle(FELD, id(), TOKEN);
            token = da;
        }
        return da;
    }

    /** Ends the request unless its form was made for this browser. */
    void pruefe(@Nullable String gesendet) {
        boolean fremdeSeite = "cross-site".equals(a.http().getHeader("Sec-Fetch-Site"));
        boolean echt = !fremdeSeite
                && gesendet != null
                && siegel.oeffne(FELD, gesendet).filter(id()::equals).isPresent();
        if (!echt) {
            throw new Abbruch(403, SdkFehler.CSRF, "web.csrf");
        }
    }
}

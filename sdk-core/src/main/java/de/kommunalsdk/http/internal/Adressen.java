/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.http.HttpZiel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The addresses of a peer. It compares what OkHttp will really connect to, so that no two readings of a URI differ. */
public final class Adressen {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");
    // a server that decodes %2f would leave the base path by it; plain dot segments are gone after parsing
    private static final Pattern AUSBRUCH = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)");

    private final String ziel;
    private final List<HttpUrl> basen = new ArrayList<>();

    private Adressen(String ziel) {
        this.ziel = ziel;
    }

    /** Reads the addresses of a peer; each one that is not allowed is a problem. */
    public static Adressen aus(HttpZiel ziel, List<Problem> probleme) {
        Adressen adressen = new Adressen(ziel.name());
        for (URI uri : ziel.adressen()) {
            HttpUrl url = HttpUrl.get(uri);
            if (url == null
                    || !(url.isHttps()
                            || (ziel.klartextAufLoopback()
                                    && LOOPBACK.matcher(url.host()).matches()))
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                probleme.add(Problem.fehler(
                        HttpFehler.ADRESSE,
                        Fundstelle.in(ziel.name()),
                        "Adresse " + (adressen.basen.size() + 1) + ": " + HttpFehler.ADRESSE.abhilfe()));
            } else {
                adressen.basen.add(url);
            }
        }
        return adressen;
    }

    /** What to connect to, or {@link InvalidInput} OZG-HTTP-0003. */
    HttpUrl erlaubt(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        if (url == null
                || uri.getRawUserInfo() != null
                || url.pathSegments().stream().anyMatch(s -> AUSBRUCH.matcher(s).find())
                || basen.stream().noneMatch(basis -> unter(basis, url))) {
            throw new InvalidInput(HttpFehler.ZIEL_NICHT_ERLAUBT, ziel);
        }
        return url;
    }

    private static boolean unter(HttpUrl basis, HttpUrl url) {
        String pfad = basis.encodedPath();
        return basis.scheme().equals(url.scheme())
                && basis.host().equals(url.host())
                && basis.port() == url.port()
                && (url.encodedPath().equals(pfad)
                        || url.encodedPath().startsWith(pfad.endsWith("/") ? pfad : pfad + "/"));
    }
}

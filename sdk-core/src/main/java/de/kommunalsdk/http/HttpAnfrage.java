/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request. Immutable. A wrong method or header gives an IllegalArgumentException without the value.
 *
 * @param methode in capital letters
 * @param uri absolute; whether it is allowed is checked when it is sent
 * @param wiederholung how often it may be sent
 * @param kopf headers, printable ASCII; length, host and framing are set by the client
 * @param inhalt body, or null
 * @param grenzen limits
 */
public record HttpAnfrage(
        String methode,
        URI uri,
        Wiederholung wiederholung,
        Map<String, String> kopf,
        @Nullable HttpInhalt inhalt,
        HttpGrenzen grenzen) {

    private static final Pattern METHODE = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern WERT = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Set<String> GESPERRT = Set.of("host", "content-length", "transfer-encoding", "connection");
    private static final Set<String> OHNE_INHALT = Set.of("GET", "HEAD");

    public HttpAnfrage {
        kopf = Map.copyOf(kopf);
        if (!METHODE.matcher(methode).matches() || (inhalt != null && OHNE_INHALT.contains(methode))) {
            throw new IllegalArgumentException("HttpAnfrage: Methode nicht erlaubt, oder Inhalt bei GET oder HEAD");
        }
        if (inhalt != null && !WERT.matcher(inhalt.medientyp()).matches()) {
            throw new IllegalArgumentException("HttpAnfrage: Medientyp nicht erlaubt");
        }
        kopf.forEach((name, wert) -> {
            if (!NAME.matcher(name).matches()
                    || !WERT.matcher(wert).matches()
                    || GESPERRT.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("HttpAnfrage: Name oder Wert eines Kopffelds nicht erlaubt");
            }
        });
    }

    /** A GET. */
    public static HttpAnfrage lesen(URI uri) {
        return new HttpAnfrage("GET", uri, Wiederholung.LESEN, Map.of(), null, HttpGrenzen.STANDARD);
    }

    /** A request with a body; the retry class is the caller's decision. */
    public static HttpAnfrage schreiben(String methode, URI uri, Wiederholung wiederholung, HttpInhalt inhalt) {
        return new HttpAnfrage(methode, uri, wiederholung, Map.of(), inhalt, HttpGrenzen.STANDARD);
    }

    /** The same with one more header; a header of this spelling is replaced. */
    public HttpAnfrage mitKopf(String name, String wert) {
        Map<String, String> neu = new LinkedHashMap<>(kopf);
        neu.put(name, wert);
        return new HttpAnfrage(methode, uri, wiederholung, neu, inhalt, grenzen);
    }

    /** The same with other limits. */
    public HttpAnfrage mitGrenzen(HttpGrenzen neu) {
        return new HttpAnfrage(methode, uri, wiederholung, kopf, inhalt, neu);
    }

    /** Shows neither address nor headers nor body. */
    @Override
    public String toString() {
        return "HttpAnfrage[" + methode + " " + wiederholung + "]";
    }
}

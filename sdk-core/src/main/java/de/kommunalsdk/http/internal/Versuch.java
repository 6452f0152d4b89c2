/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.http.HttpGrenzen;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor.Chain;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One attempt; travels with the request through OkHttp and back. */
final class Versuch extends EventListener {

    private final HttpGrenzen grenzen;
    private volatile boolean handschlag; // OkHttp connects in several threads
    private boolean begonnen;
    private @Nullable String retryAfter;

    Versuch(HttpGrenzen grenzen) {
        this.grenzen = grenzen;
    }

    /** The attempt that a call belongs to. */
    static Versuch von(Call call) {
        return (Versuch) call.request().tag();
    }

    @Override
    public void secureConnectStart(Call call) {
        handschlag = true;
    }

    /** Around everything: the time limits. */
    static Response aussen(Chain kette) throws IOException {
        HttpGrenzen grenzen = von(kette.call()).grenzen;
        int lesen = (int) grenzen.lesen().toMillis();
        Response antwort = kette.withConnectTimeout((int) grenzen.verbinden().toMillis(), TimeUnit.MILLISECONDS)
                .withReadTimeout(lesen, TimeUnit.MILLISECONDS)
                .withWriteTimeout(lesen, TimeUnit.MILLISECONDS)
                .proceed(kette.request());
        String retryAfter = von(kette.call()).retryAfter;
        return retryAfter == null
                ? antwort
                : antwort.newBuilder().header("Retry-After", retryAfter).build();
    }

    /** Next to the connection, which stands by now, with TLS. */
    static Response innen(Chain kette) throws IOException {
        Versuch versuch = von(kette.call());
        versuch.begonnen = true;
        Response antwort = kette.proceed(kette.request());
        // OkHttp itself sends again after 503 with "Retry-After: 0", and fails on a number that is too long
        versuch.retryAfter = antwort.header("Retry-After");
        return antwort.newBuilder().removeHeader("Retry-After").build();
    }

    /** Whether a byte of the request may have left. */
    boolean begonnen() {
        return begonnen;
    }

    /** Whether a TLS handshake was begun. */
    boolean handschlag() {
        return handschlag;
    }
}

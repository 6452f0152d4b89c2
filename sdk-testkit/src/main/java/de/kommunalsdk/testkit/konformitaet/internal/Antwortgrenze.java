/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body into memory and gives up when it is larger than a page or a Wappen ever is. */
final class Antwortgrenze implements BodySubscriber<byte[]> {

    static final int BYTES = 4 << 20;

    /** The body is too large. */
    static final class ZuGross extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final CompletableFuture<byte[]> koerper = new CompletableFuture<>();
    private final ByteArrayOutputStream gelesen = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription quelle;

    @Override
    public CompletionStage<byte[]> getBody() {
        return koerper;
    }

    @Override
    public void onSubscribe(Flow.Subscription neue) {
        quelle = neue;
        neue.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> stuecke) {
        for (ByteBuffer stueck : stuecke) {
            if (koerper.isDone()) {
                return;
            }
            if (gelesen.size() + stueck.remaining() > BYTES) {
                if (quelle != null) {
                    quelle.cancel();
                }
                koerper.completeExceptionally(new ZuGross());
                return;
            }
            byte[] bytes = new byte[stueck.remaining()];
            stueck.get(bytes);
            gelesen.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable fehler) {
        koerper.completeExceptionally(fehler);
    }

    @Override
    public void onComplete() {
        koerper.complete(gelesen.toByteArray());
    }
}

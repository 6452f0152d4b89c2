/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan.clamav;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * One connection with one answer, under a deadline that holds for all of it. A peer that answers before it has read all
 * (size limit) is heard: after that nothing is sent any more. Not thread-safe.
 */
final class Leitung implements AutoCloseable {

    private static final int MAX_ANTWORT = 4096;

    private final SocketChannel kanal;
    private final Selector waehler;
    private final SelectionKey schluessel;
    private final long ende;
    private final ByteBuffer antwort = ByteBuffer.allocate(MAX_ANTWORT);
    private boolean zuEnde; // the peer has said all

    Leitung(SocketAddress adresse, Duration verbinden, Duration insgesamt) throws Stoerung {
        long jetzt = System.nanoTime();
        this.ende = jetzt + insgesamt.toNanos();
        try {
            this.waehler = Selector.open();
            this.kanal = adresse instanceof InetSocketAddress
                    ? SocketChannel.open()
                    : SocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (IOException | UnsupportedOperationException e) {
            throw stoerung(e);
        }
        try {
            kanal.configureBlocking(false);
            this.schluessel = kanal.register(waehler, SelectionKey.OP_CONNECT);
            if (!kanal.connect(adresse)) {
                long frist = Math.min(ende, jetzt + verbinden.toNanos());
                do {
                    warte(SelectionKey.OP_CONNECT, frist);
                } while (!kanal.finishConnect());
            }
        } catch (IOException | UnresolvedAddressException e) {
            close();
            throw stoerung(e);
        }
    }

    /** Sends; false when the peer has already answered, and nothing more needs to be sent. */
    boolean schreibe(ByteBuffer... teile) throws Stoerung {
        try {
            while (Arrays.stream(teile).anyMatch(ByteBuffer::hasRemaining)) {
                warte(SelectionKey.OP_WRITE | SelectionKey.OP_READ, ende);
                if (schluessel.isReadable()) {
                    lies();
                    if (zuEnde || antwort.position() > 0) {
                        return false;
                    }
                }
                if (schluessel.isWritable()) {
                    kanal.write(teile);
                }
            }
            return true;
        } catch (IOException e) {
            if (e instanceof Stoerung s) {
                throw s;
            }
            return false; // closed by the peer, perhaps after an answer, which is read next
        }
    }

    /** The answer up to its NUL or the end. */
    String antwort() throws Stoerung {
        try {
            while (!zuEnde) {
                warte(SelectionKey.OP_READ, ende);
                lies();
            }
        } catch (IOException e) {
            throw stoerung(e);
        }
        if (antwort.position() == 0) {
            throw new Stoerung("keine Antwort");
        }
        String text = new String(antwort.array(), 0, antwort.position(), StandardCharsets.UTF_8);
        int nul = text.indexOf('\0');
        if (nul < 0) {
            throw new Stoerung("abgeschnittene Antwort");
        }
        return text.substring(0, nul);
    }

    private void lies() throws IOException {
        int vorher = antwort.position();
        int gelesen = kanal.read(antwort);
        for (int i = vorher; i < antwort.position(); i++) {
            zuEnde |= antwort.get(i) == 0;
        }
        zuEnde |= gelesen < 0 || !antwort.hasRemaining();
    }

    private void warte(int worauf, long frist) throws IOException {
        schluessel.interestOps(worauf);
        long millis = (frist - System.nanoTime()) / 1_000_000;
        if (millis <= 0 || Thread.currentThread().isInterrupted()) {
            throw new Stoerung("Zeit abgelaufen");
        }
        waehler.selectedKeys().clear();
        if (waehler.select(millis) == 0) {
            throw new Stoerung("Zeit abgelaufen");
        }
    }

    private static Stoerung stoerung(Exception e) {
        return e instanceof Stoerung s ? s : new Stoerung(e.getClass().getName());
    }

    @Override
    public void close() {
        try (waehler;
                kanal) {
            antwort.clear();
        } catch (IOException e) {
            // nothing was wanted of it any more
        }
    }

    /** The peer cannot be asked; the message names no data. */
    static final class Stoerung extends IOException {
        private static final long serialVersionUID = 1L;

        Stoerung(String was) {
            super(was);
        }
    }
}

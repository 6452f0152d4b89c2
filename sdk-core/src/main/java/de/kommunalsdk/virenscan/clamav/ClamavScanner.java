/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan.clamav;

import de.kommunalsdk.virenscan.VirenscanFehler;
import de.kommunalsdk.virenscan.Virenscanner;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks clamd: {@code zINSTREAM}, then pieces with their length in four bytes, then a piece of length 0 (clamd(8)). One
 * connection for each file. Only {@code stream: OK} is SAUBER. What keeps clamd from answering is UNBEKANNT with a line in
 * the log, never an exception; an exception comes from the stream that is scanned. Thread-safe.
 */
public final class ClamavScanner implements Virenscanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamavScanner.class);

    private final Supplier<SocketAddress> adresse;
    private final int stueck;
    private final Duration verbinden;
    private final Duration insgesamt;

    private ClamavScanner(Builder b) {
        this.adresse = b.adresse;
        this.stueck = b.stueck;
        this.verbinden = b.verbinden;
        this.insgesamt = b.insgesamt;
    }

    /** A clamd with {@code TCPSocket}; the name is looked up anew for each file. TCP is not encrypted: same host or net. */
    public static Builder tcp(String host, int port) {
        InetSocketAddress.createUnresolved(host, port); // refuses a port that cannot be
        return new Builder(() -> new InetSocketAddress(host, port));
    }

    /** A clamd with {@code LocalSocket}. */
    public static Builder unix(Path socket) {
        SocketAddress adresse = UnixDomainSocketAddress.of(socket);
        return new Builder(() -> adresse);
    }

    @Override
    public Befund pruefe(InputStream inhalt) throws IOException {
        byte[] puffer = new byte[stueck];
        String antwort;
        try (Leitung clamd = new Leitung(adresse.get(), verbinden, insgesamt)) {
            clamd.schreibe(befehl("zINSTREAM\0"));
            int anzahl = inhalt.readNBytes(puffer, 0, stueck);
            while (anzahl > 0 && clamd.schreibe(rahmen(puffer, anzahl))) {
                anzahl = inhalt.readNBytes(puffer, 0, stueck);
            }
            clamd.schreibe(rahmen(puffer, 0));
            antwort = clamd.antwort();
        } catch (Leitung.Stoerung e) {
            return unbekannt(VirenscanFehler.NICHT_ERREICHBAR, String.valueOf(e.getMessage()));
        }
        if (antwort.equals("stream: OK")) {
            return Befund.SAUBER;
        }
        if (antwort.startsWith("stream: ") && antwort.endsWith(" FOUND")) {
            return Befund.BEFALLEN;
        }
        return antwort.startsWith("INSTREAM size limit exceeded")
                ? unbekannt(VirenscanFehler.GROESSE, "")
                : unbekannt(VirenscanFehler.ANTWORT, "");
    }

    /** Whether clamd answers now ({@code zPING}), for a health page. */
    public boolean istErreichbar() {
        try (Leitung clamd = new Leitung(adresse.get(), verbinden, verbinden)) {
            clamd.schreibe(befehl("zPING\0"));
            return clamd.antwort().equals("PONG");
        } catch (Leitung.Stoerung e) {
            return false;
        }
    }

    private static Befund unbekannt(VirenscanFehler fehler, String naeheres) {
        LOG.warn("{} {}", fehler.code(), naeheres);
        return Befund.UNBEKANNT;
    }

    private static ByteBuffer[] befehl(String befehl) {
        return new ByteBuffer[] {ByteBuffer.wrap(befehl.getBytes(StandardCharsets.US_ASCII))};
    }

    private static ByteBuffer[] rahmen(byte[] puffer, int anzahl) {
        return new ByteBuffer[] {ByteBuffer.allocate(4).putInt(0, anzahl), ByteBuffer.wrap(puffer, 0, anzahl)};
    }

    /** Options. Not thread-safe. */
    public static final class Builder {

        private final Supplier<SocketAddress> adresse;
        private int stueck = 64 << 10;
        private Duration verbinden = Duration.ofSeconds(2);
        private Duration insgesamt = Duration.ofSeconds(20);

        private Builder(Supplier<SocketAddress> adresse) {
            this.adresse = adresse;
        }

        /** Bytes that are sent at once; default 64 KiB, 1 to 16 MiB. */
        public Builder stueck(int bytes) {
            verlangt(bytes >= 1 && bytes <= 16 << 20);
            stueck = bytes;
            return this;
        }

        /** How long a connection may take to come about; default 2 s. */
        public Builder verbinden(Duration hoechstens) {
            verlangt(hoechstens.toMillis() > 0);
            verbinden = hoechstens;
            return this;
        }

        /** How long one file may take, with its connection; default 20 s. A citizen waits that long at most. */
        public Builder insgesamt(Duration hoechstens) {
            verlangt(hoechstens.toMillis() > 0);
            insgesamt = hoechstens;
            return this;
        }

        private static void verlangt(boolean erfuellt) {
            if (!erfuellt) {
                throw new IllegalArgumentException("Angabe zum Virenscanner ausserhalb der Grenzen");
            }
        }

        /** The scanner; no connection is made yet. */
        public ClamavScanner baue() {
            return new ClamavScanner(this);
        }
    }
}

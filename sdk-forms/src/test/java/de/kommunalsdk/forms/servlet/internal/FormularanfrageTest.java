/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Files pass through; nobody holds them. */
class FormularanfrageTest {

    private static final long DATEI = 50L << 20;
    private static final int UPLOADS = 8;

    @Test
    void eightFilesOf50MegabytesAtOnceHoldTheirBuffersOnly() throws Exception {
        List<Callable<Messung>> alle = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            alle.add(FormularanfrageTest::lade);
        }
        ExecutorService pool = Executors.newFixedThreadPool(UPLOADS);
        try {
            for (Future<Messung> f : pool.invokeAll(alle)) {
                assertThat(f.get().empfangen()).isEqualTo(DATEI);
                assertThat(f.get().gehalten()).isLessThanOrEqualTo(Mehrteilleser.PUFFER);
                assertThat(f.get().belegt())
                        .as("bytes of all objects ever made")
                        .isLessThan(4 << 20);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private record Messung(long empfangen, long gehalten, long belegt) {}

    private static Messung lade() throws Exception {
        var zaehler = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] stueck = new byte[256 << 10]; // as the store reads
        Strom strom = new Strom();
        long[] werte = new long[2];
        Formularanfrage anfrage = new Formularanfrage((HttpServletRequest) Proxy.newProxyInstance(
                FormularanfrageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, methode, angaben) -> switch (methode.getName()) {
                    case "getMethod" -> "POST";
                    case "getContentType" -> "multipart/form-data; boundary=x";
                    case "getInputStream" -> strom;
                    default -> throw new UnsupportedOperationException(methode.getName());
                }));
        long vorher = zaehler.getCurrentThreadAllocatedBytes();
        anfrage.lies(DATEI + 10_000, (feld, name, typ, inhalt) -> {
            assertThat(anfrage.bisher("csrf")).isEqualTo("t");
            assertThat(anfrage.bisher("danach")).isNull();
            for (int n = inhalt.read(stueck); n > 0; n = inhalt.read(stueck)) {
                werte[0] += n;
                werte[1] = Math.max(werte[1], strom.gegeben - Strom.DAVOR.length - werte[0]);
            }
        });
        long belegt = zaehler.getCurrentThreadAllocatedBytes() - vorher;
        assertThat(anfrage.getParameter("danach")).isEqualTo("gilt");
        return new Messung(werte[0], werte[1], belegt);
    }

    /** A form with a field, a file that is made up while it is read, and a field behind it. */
    private static final class Strom extends ServletInputStream {

        private static final byte[] DAVOR = ("--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nt\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"d.datei\"; filename=\"a.bin\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        private static final byte[] DANACH =
                ("\r\n--x\r\nContent-Disposition: form-data; name=\"danach\"\r\n\r\ngilt\r\n--x--\r\n")
                        .getBytes(StandardCharsets.US_ASCII);

        private long gegeben;

        @Override
        public int read() {
            if (gegeben >= DAVOR.length + DATEI + DANACH.length) {
                return -1;
            }
            long stelle = gegeben++;
            if (stelle < DAVOR.length) {
                return DAVOR[(int) stelle];
            }
            return stelle < DAVOR.length + DATEI ? 'x' : DANACH[(int) (stelle - DAVOR.length - DATEI)];
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) {
            for (int i = 0; i < laenge; i++) {
                int b = read();
                if (b < 0) {
                    return i == 0 ? -1 : i;
                }
                ziel[ab + i] = (byte) b;
            }
            return laenge;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener hoerer) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whoAsksBeforeTheFilesWereTakenGetsTheFieldsWithoutThem() throws Exception {
        byte[] koerper = ("--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\ninhalt\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nwert\r\n--x--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        InputStream quelle = new java.io.ByteArrayInputStream(koerper);
        Formularanfrage anfrage = new Formularanfrage((HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, methode, angaben) -> switch (methode.getName()) {
                    case "getMethod" -> "POST";
                    case "getContentType" -> "multipart/form-data; boundary=x";
                    case "getInputStream" ->
                        new ServletInputStream() {
                            @Override
                            public int read() throws java.io.IOException {
                                return quelle.read();
                            }

                            @Override
                            public boolean isFinished() {
                                return false;
                            }

                            @Override
                            public boolean isReady() {
                                return true;
                            }

                            @Override
                            public void setReadListener(ReadListener hoerer) {}
                        };
                    default -> throw new UnsupportedOperationException(methode.getName());
                }));

        assertThat(anfrage.getParameterMap()).containsOnlyKeys("b");
        assertThat(anfrage.getParameterValues("b")).containsExactly("wert");
        assertThat(anfrage.getParameter("a")).isNull();
        assertThat(anfrage.sindDateienVerworfen()).isTrue();
    }
}

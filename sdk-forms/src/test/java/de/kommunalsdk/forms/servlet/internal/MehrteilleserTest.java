/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.forms.servlet.internal.Mehrteilleser.Teil;
import de.kommunalsdk.forms.servlet.internal.Mehrteilleser.Unlesbar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as browsers send them, and nothing else. */
class MehrteilleserTest {

    private static final String TYP = "multipart/form-data; boundary=--grenze";

    @Test
    void partsComeInTheirOrderAsTheyAre() throws IOException {
        Mehrteilleser leser = leser(
                """
                ----grenze
                Content-Disposition: form-data; name="csrf"

                abc
                ----grenze
                content-disposition: form-data; name="x.datei"; filename="Größe %22A%22.pdf"
                Content-Type: application/pdf

                %PDF
                ----grenz
                --
                ----grenze
                Content-Disposition: form-data; filename=""; name=leer


                ----grenze--
                und was danach steht
                """);

        Teil csrf = leser.naechster().orElseThrow();
        assertThat(csrf.name()).isEqualTo("csrf");
        assertThat(csrf.dateiname()).isNull();
        assertThat(text(csrf)).isEqualTo("abc");
        Teil datei = leser.naechster().orElseThrow();
        assertThat(datei.dateiname()).isEqualTo("Größe \"A\".pdf");
        assertThat(datei.typ()).isEqualTo("application/pdf");
        assertThat(text(datei)).isEqualTo("%PDF\r\n----grenz\r\n--");
        Teil leer = leser.naechster().orElseThrow();
        assertThat(leer.name()).isEqualTo("leer");
        assertThat(leer.dateiname()).isEmpty();
        assertThat(text(leer)).isEmpty();
        assertThat(leser.naechster()).isEmpty();
        assertThat(leser.naechster()).isEmpty();
    }

    @Test
    void theDelimiterIsFoundAtEveryPlaceOfTheBufferAndFilesComeWhole() throws IOException {
        Random zufall = new Random(5);
        for (int groesse = Mehrteilleser.PUFFER - 200; groesse < Mehrteilleser.PUFFER + 40; groesse++) {
            byte[] inhalt = new byte[groesse];
            zufall.nextBytes(inhalt);
            Arrays.fill(inhalt, groesse - 20, groesse, (byte) '\r');
            Mehrteilleser leser = new Mehrteilleser(stueckweise(koerper(inhalt), zufall), TYP, 1 << 20);

            assertThat(leser.naechster().orElseThrow().inhalt().readAllBytes()).isEqualTo(inhalt);
            assertThat(text(leser.naechster().orElseThrow())).isEqualTo("danach");
            assertThat(leser.naechster()).isEmpty();
        }
    }

    @Test
    void whatIsNotReadOfAPartIsSkippedAndItsStreamStaysAtItsEnd() throws IOException {
        Mehrteilleser leser = new Mehrteilleser(new ByteArrayInputStream(koerper(new byte[100_000])), TYP, 1 << 20);
        InputStream datei = leser.naechster().orElseThrow().inhalt();
        assertThat(datei.readNBytes(10)).hasSize(10);

        Teil danach = leser.naechster().orElseThrow();
        assertThat(datei.read()).isEqualTo(-1);
        assertThat(text(danach)).isEqualTo("danach");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Disposition: form-data; name=\"C:\\dir\\a\"; filename=\"C:\\dir\\a.pdf\" | C:\\dir\\a.pdf",
                "Content-Disposition: form-data;name=\"a\" ; filename=\"a\\\"b;c=d.pdf\" | a\"b;c=d.pdf",
                "Content-Disposition: Form-Data; name=a; filename=b.pdf | b.pdf",
            })
    void namesOfManyBrowsersAreRead(String kopf, String dateiname) throws IOException {
        assertThat(leser("----grenze\n" + kopf + "\n\nx\n----grenze--\n")
                        .naechster()
                        .orElseThrow()
                        .dateiname())
                .isEqualTo(dateiname);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "davor\n----grenze\nContent-Disposition: form-data; name=\"a\"\n\nx\n----grenze--\n",
                "----grenze",
                "----grenze\n",
                "----grenze \nContent-Disposition: form-data; name=\"a\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\"\n\nx",
                "----grenze\nContent-Disposition: form-data; name=\"a\"\n\nx\n----grenze",
                "----grenze\nContent-Disposition: form-data; name=\"a\"\n\nx\n----grenzeX\n",
                "----grenze\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: attachment; name=\"a\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\" x\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\"\nContent-Disposition: form-data; name=\"b\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data;\n name=\"a\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition : form-data; name=\"a\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\u0000\"\n\nx\n----grenze--\n",
                "----grenze\nContent-Disposition: form-data; name=\"a\"\nContent-Transfer-Encoding: base64\n\nx\n----grenze--\n",
            })
    void whatIsNoSuchFormIsRefused(String koerper) {
        assertThatThrownBy(() -> alle(koerper)).isInstanceOfSatisfying(Unlesbar.class, e -> assertThat(e.istZuGross())
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/mixed; boundary=--grenze", "multipart/form-data; boundary="})
    void theTypeNamesABoundary(String typ) {
        assertThatThrownBy(() -> new Mehrteilleser(InputStream.nullInputStream(), typ, 10))
                .isInstanceOf(Unlesbar.class);
    }

    @Test
    void everythingHasALimit() {
        String kopf = "----grenze\nContent-Disposition: form-data; name=\"a\"\nX: " + "x".repeat(9000)
                + "\n\nx\n----grenze--\n";
        String viele = "----grenze\nContent-Disposition: form-data; name=\"a\"\n\n\n".repeat(20_001) + "----grenze--\n";
        for (String koerper : new String[] {
            kopf, viele, "----grenze\nContent-Disposition: form-data; name=\"a\"\n\n" + "x".repeat(3 << 20)
        }) {
            assertThatThrownBy(() -> alle(koerper))
                    .isInstanceOfSatisfying(
                            Unlesbar.class, e -> assertThat(e.istZuGross()).isTrue());
        }
    }

    @Test
    void anyBytesEndInPartsOrARefusal() throws IOException {
        Random zufall = new Random(9);
        byte[] gut = koerper(new byte[50]);
        for (int i = 0; i < 3000; i++) {
            byte[] anders = gut.clone();
            for (int j = 0; j <= zufall.nextInt(4); j++) {
                anders[zufall.nextInt(anders.length)] = (byte) zufall.nextInt(256);
            }
            Mehrteilleser leser = new Mehrteilleser(new ByteArrayInputStream(anders), TYP, 1 << 20);
            try {
                for (Optional<Teil> t = leser.naechster(); t.isPresent(); t = leser.naechster()) {
                    assertThat(t.get().inhalt().readAllBytes().length).isLessThan(anders.length);
                }
            } catch (Unlesbar e) {
                assertThat(e.istZuGross()).isFalse();
            }
        }
    }

    private static byte[] koerper(byte[] inhalt) {
        byte[] davor = "----grenze\r\nContent-Disposition: form-data; name=\"d\"; filename=\"a\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] danach = "\r\n----grenze\r\nContent-Disposition: form-data; name=\"e\"\r\n\r\ndanach\r\n----grenze--\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] alles = Arrays.copyOf(davor, davor.length + inhalt.length + danach.length);
        System.arraycopy(inhalt, 0, alles, davor.length, inhalt.length);
        System.arraycopy(danach, 0, alles, davor.length + inhalt.length, danach.length);
        return alles;
    }

    /** As from a network: now few bytes, now many. */
    private static InputStream stueckweise(byte[] bytes, Random zufall) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] ziel, int ab, int laenge) {
                return super.read(ziel, ab, Math.min(laenge, 1 + zufall.nextInt(20_000)));
            }
        };
    }

    private static List<String> alle(String koerper) throws IOException {
        Mehrteilleser leser = leser(koerper);
        List<String> texte = new ArrayList<>();
        for (Optional<Teil> t = leser.naechster(); t.isPresent(); t = leser.naechster()) {
            texte.add(text(t.get()));
        }
        return texte;
    }

    private static Mehrteilleser leser(String koerper) throws IOException {
        byte[] bytes = koerper.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new Mehrteilleser(new ByteArrayInputStream(bytes), TYP, 2 << 20);
    }

    private static String text(Teil teil) throws IOException {
        return new String(teil.inhalt().readAllBytes(), StandardCharsets.UTF_8);
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.pruefung.Herkunft;
import de.kommunalsdk.pruefung.XoevDaten;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;

class SchemaverzeichnisTest {

    private static final String KERNMODUL = "http://www.xleitstelle.de/xbau/kernmodul/1/3/0";

    private static Map<String, byte[]> xbau() throws IOException {
        return Schemaordner.lies(List.of(XoevDaten.ordner("xbau-2.6")));
    }

    @Test
    void aSchemaIsCompiledOnceAndKept() throws IOException {
        Schemaverzeichnis verzeichnis = Schemaverzeichnis.aus(xbau(), Herkunft.UNBEKANNT);
        ThreadMXBean zaehler = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        Schemaverzeichnis.Uebersetzt erstes =
                verzeichnis.finde(KERNMODUL, "universellerAntrag.antrag.1200").orElseThrow();
        long vorher = zaehler.getCurrentThreadAllocatedBytes();
        Schemaverzeichnis.Uebersetzt zweites =
                verzeichnis.finde(KERNMODUL, "universellerAntrag.antrag.1200").orElseThrow();
        long bytes = zaehler.getCurrentThreadAllocatedBytes() - vorher;

        assertThat(zweites).isSameAs(erstes);
        assertThat(bytes).isLessThan(10_000);
        assertThat(verzeichnis
                        .finde(KERNMODUL, "universellerAntrag.bescheid.1205")
                        .orElseThrow())
                .as("messages of one file share it")
                .isSameAs(erstes);
    }

    @Test
    void aSchemaThatCannotBeCompiledIsTriedOnce() {
        String kaputt =
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:a' xmlns:a='urn:a'>"
                        + "<xs:element name='a' type='a:fehlt'/></xs:schema>";
        Schemaverzeichnis verzeichnis = Schemaverzeichnis.aus(Map.of("a.xsd", bytes(kaputt)), Herkunft.UNBEKANNT);

        InvalidInput erster = catchThrowableOfType(InvalidInput.class, () -> verzeichnis.finde("urn:a", "a"));

        assertThat(erster.fehlercode()).isEqualTo(XmlFehler.SCHEMA_UNBRAUCHBAR);
        assertThatThrownBy(() -> verzeichnis.finde("urn:a", "a")).isSameAs(erster);
    }

    /** The schema in use has no DIN patterns; schema and character check together must judge as the untouched one. */
    @Test
    void withoutThePatternsOfDinTheVerdictsStayTheSame() throws IOException {
        String datei = "din-norm-91379-datatypes.xsd";
        byte[] original = xbau().get(datei);
        byte[] fassung = Schemadatei.lies(datei, original).fassung();
        assertThat(new String(original, StandardCharsets.UTF_8)).contains("pattern value");
        assertThat(new String(fassung, StandardCharsets.UTF_8))
                .doesNotContain("pattern")
                .contains("datatypeE");

        String huelle = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:d='"
                + "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08'><xs:import namespace='"
                + "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08' schemaLocation='" + datei + "'/>"
                + "<xs:element name='a' type='d:datatypeA'/><xs:element name='b' type='d:datatypeB'/>"
                + "<xs:element name='c' type='d:datatypeC'/><xs:element name='d' type='d:datatypeD'/>"
                + "<xs:element name='e' type='d:datatypeE'/></xs:schema>";
        Schema alt = SecureXml.schema("h.xsd", Map.of("h.xsd", bytes(huelle), datei, original));
        Random zufall = new Random(91379);
        List<String> glyphen = XoevDaten.lies(XoevDaten.ordner("din91379").resolve("din91379-glyphs.tsv"))
                .lines()
                .skip(1)
                .map(z -> text(z.split("\t")[0]))
                .filter(t -> t.codePoints().allMatch(SecureXml::istZeichen) && !t.contains("\r"))
                .toList();
        int richtig = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + zufall.nextInt(3); n > 0; n--) {
                boolean fremd = zufall.nextInt(5) == 0;
                text.append(fremd ? fremdes(zufall) : glyphen.get(zufall.nextInt(glyphen.size())));
            }
            Zeichenart art = new Zeichenart(
                    de.kommunalsdk.zeichen.Zeichensatz.values()[zufall.nextInt(5)],
                    de.kommunalsdk.zeichen.Ausgabe.DIN_2022_08);
            String name = art.zeichensatz().name().toLowerCase(Locale.ROOT);
            String xml = "<" + name + ">"
                    + text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</" + name
                    + ">";
            boolean amtlich = SecureXml.pruefe(alt, "a", new ByteArrayInputStream(bytes(xml)), XmlGrenzen.STANDARD)
                    .isEmpty();

            assertThat(art.pruefer().pruefe(text).ok())
                    .as(art.regel() + " "
                            + text.codePoints().mapToObj(Integer::toHexString).toList())
                    .isEqualTo(amtlich);
            richtig += amtlich ? 1 : 0;
        }
        assertThat(richtig).isBetween(500, 3_500);
    }

    private static String text(String codepoints) {
        StringBuilder text = new StringBuilder();
        for (String cp : codepoints.split("[ +]")) {
            text.appendCodePoint(Integer.parseInt(cp, 16));
        }
        return text.toString();
    }

    private static String fremdes(Random zufall) {
        int cp = zufall.nextInt(0x2100);
        return cp == '\r' || !SecureXml.istZeichen(cp) ? "\u00ad" : new String(Character.toChars(cp));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasatzTest {

    private static final String XML = Kleinschema.nachricht("<k:wort>a</k:wort>");

    @TempDir
    private Path ordner;

    private static Pruefergebnis pruefe(Map<String, byte[]> dateien) {
        return XoevDaten.pruefe(
                Nachrichtenpruefung.fuer(Schemasatz.aus(dateien, Herkunft.UNBEKANNT))
                        .baue(),
                XML);
    }

    private static String einziges(Pruefergebnis ergebnis) {
        assertThat(ergebnis).isInstanceOf(Pruefergebnis.NichtPruefbar.class);
        assertThat(ergebnis.bericht().befunde()).hasSize(1);
        Problem problem = ergebnis.bericht().befunde().get(0).problem();
        return problem.code().code() + " " + problem.meldung();
    }

    @Test
    void anImportIsResolvedByNameThenByNamespace() {
        // klein.xsd imports code.xsd by a far address, and the DIN types without any
        assertThat(pruefe(Kleinschema.dateien())).isInstanceOf(Pruefergebnis.Angenommen.class);

        Map<String, byte[]> umbenannt = Kleinschema.dateien();
        umbenannt.put("anders.xsd", umbenannt.remove("code.xsd"));
        assertThat(pruefe(umbenannt)).isInstanceOf(Pruefergebnis.Angenommen.class);
    }

    @Test
    void aFileThatIsNotGivenIsNamed() {
        Map<String, byte[]> ohneCode = Kleinschema.dateien();
        ohneCode.remove("code.xsd");
        assertThat(einziges(pruefe(ohneCode))).startsWith("OZG-XML-0009").contains("nicht vorhanden: code.xsd");

        Map<String, byte[]> ohneDin = Kleinschema.dateien();
        ohneDin.remove("din.xsd");
        assertThat(einziges(pruefe(ohneDin)))
                .contains("nicht vorhanden: urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08");
    }

    @Test
    void twoFilesOfOneNamespaceAreNotGuessedBetween() {
        Map<String, byte[]> dateien = Kleinschema.dateien();
        dateien.put("anders1.xsd", dateien.get("code.xsd"));
        dateien.put("anders2.xsd", dateien.remove("code.xsd"));

        assertThat(einziges(pruefe(dateien))).contains("nicht vorhanden: code.xsd");
    }

    @Test
    void aFileWithDoctypeIsLeftOutAndNamed() {
        Map<String, byte[]> dateien = Kleinschema.dateien();
        dateien.put("alt.xsd", Kleinschema.bytes("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"));
        dateien.put("kaputt.xsd", Kleinschema.bytes("<a"));
        Schemasatz satz = Schemasatz.aus(dateien, Herkunft.UNBEKANNT);

        assertThat(satz.probleme())
                .extracting(p -> p.stelle().datei() + " " + p.code().code() + " "
                        + p.meldung().substring(0, 12))
                .containsExactly("alt.xsd OZG-PRUEFUNG-0009 OZG-XML-0002", "kaputt.xsd OZG-PRUEFUNG-0009 OZG-XML-0007");
        assertThat(pruefe(dateien)).isInstanceOf(Pruefergebnis.Angenommen.class);
    }

    @Test
    void aBrokenSchemaIsTheOperatorsFault() {
        Map<String, byte[]> dateien = Kleinschema.dateien();
        dateien.put(
                "klein.xsd",
                Kleinschema.bytes(new String(dateien.get("klein.xsd"), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("type=\"xs:decimal\"", "type=\"xs:gibtsnicht\"")));

        assertThat(einziges(pruefe(dateien))).startsWith("OZG-XML-0009").contains("klein.xsd");
    }

    @Test
    void theHashCanBeRepeatedWithTheFilesAsGiven() throws NoSuchAlgorithmException {
        Map<String, byte[]> dateien = Kleinschema.dateien();
        dateien.put("unbeteiligt.xsd", Kleinschema.bytes("<a xmlns='urn:b'/>"));
        StringBuilder zeilen = new StringBuilder();
        for (Map.Entry<String, byte[]> datei : Kleinschema.dateien().entrySet()) {
            zeilen.append(datei.getKey())
                    .append(' ')
                    .append(sha256(datei.getValue()))
                    .append('\n');
        }

        Schemaangabe angabe = pruefe(dateien).bericht().schema().orElseThrow();

        assertThat(angabe.sha256()).isEqualTo(sha256(Kleinschema.bytes(zeilen.toString())));
        assertThat(angabe.dateien()).isEqualTo(3);
        assertThat(angabe.version()).isEqualTo("1.0");
        assertThat(angabe.datei()).isEqualTo("klein.xsd");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void foldersAreReadWithTheirSubfolders() throws IOException {
        Path unten = Files.createDirectories(ordner.resolve("a/b"));
        for (Map.Entry<String, byte[]> datei : Kleinschema.dateien().entrySet()) {
            Files.write(unten.resolve(datei.getKey()), datei.getValue());
        }
        Files.write(ordner.resolve("code.xsd"), Kleinschema.dateien().get("code.xsd"));
        Files.writeString(ordner.resolve("liesmich.txt"), "kein Schema");

        assertThat(Schemasatz.aus(List.of(ordner), Herkunft.UNBEKANNT).namensraeume())
                .contains(Kleinschema.RAUM)
                .hasSize(3);

        Files.writeString(ordner.resolve("code.xsd"), "<anders/>");
        assertThatThrownBy(() -> Schemasatz.aus(List.of(ordner), Herkunft.UNBEKANNT))
                .isInstanceOf(OzgException.class)
                .hasMessageContaining("OZG-PRUEFUNG-0009")
                .hasMessageContaining("code.xsd");
        assertThatThrownBy(() -> Schemasatz.aus(List.of(ordner.resolve("fehlt")), Herkunft.UNBEKANNT))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anOfficialSchemaNeedsItsSource() {
        assertThatThrownBy(() -> Herkunft.amtlich(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}

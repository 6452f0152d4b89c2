/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/xoev.md shows. */
class KettenbeispielTest {

    @TempDir
    private Path ordner;

    @TempDir
    private Path listen;

    @Test
    void theExampleOfTheDocumentation() throws IOException {
        for (Map.Entry<String, byte[]> datei : Kleinschema.dateien().entrySet()) {
            Files.write(ordner.resolve(datei.getKey()), datei.getValue());
        }
        InputStream strom = new ByteArrayInputStream(Kleinschema.bytes(Kleinschema.nachricht("<k:wort>a</k:wort>")));

        // region: kette
        Schemasatz satz = Schemasatz.aus(List.of(ordner), Herkunft.amtlich("XRepository, XBau 2.6"));
        Nachrichtenpruefung pruefung = Nachrichtenpruefung.fuer(satz)
                .codelisten(CodelistenStore.ordner(listen), Versionspolitik.WARNEN)
                .baue(); // keep it: it holds the compiled schemas
        Pruefergebnis ergebnis = pruefung.pruefe("antrag.xml", strom); // Angenommen, Abgelehnt or NichtPruefbar
        // endregion

        assertThat(ergebnis).as(ergebnis.alsText()).isInstanceOf(Pruefergebnis.Angenommen.class);
    }
}

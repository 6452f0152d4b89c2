/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.ablage.internal.Dateien;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drop directory on a file system that refuses single steps, or on which a reader interferes. */
class DateisystemTest {

    private static final Instant JETZT = Instant.parse("2026-11-23T10:15:30Z");
    private static final Clock UHR = Clock.fixed(JETZT, ZoneOffset.UTC);
    private static final Paket PAKET = Musterpaket.mit("antrag-1", Musterpaket.teil("fachdaten.xml", "<a/>"));

    @TempDir
    Path verzeichnis;

    @Test
    void aParentThatAReaderTidiesAwayIsMadeAgain() {
        var ergebnis = uebermittle(new AufraeumenderLeser(1));

        assertThat(ergebnis).isEqualTo(new Uebermittlungsergebnis.Uebermittelt("musterstadt/antrag-1", JETZT));
        assertThat(verzeichnis.resolve("musterstadt/antrag-1/manifest.json")).exists();
        assertThat(verzeichnis.resolve(".arbeit")).isEmptyDirectory();
    }

    @Test
    void aPacketThatCannotBeMovedDoesNotCountAsDelivered() {
        assertThat(code(uebermittle(new AufraeumenderLeser(Integer.MAX_VALUE)))).isEqualTo("OZG-ABLAGE-0001");

        assertThat(uebermittle(new Dateien())).isInstanceOf(Uebermittlungsergebnis.Uebermittelt.class);
        assertThat(verzeichnis.resolve("musterstadt/antrag-1/manifest.json")).exists();
    }

    @Test
    void whatAnotherNodeMovedIsMadeDurableToo() {
        uebermittle(new Dateien());
        List<Path> gesichert = new ArrayList<>();

        uebermittle(new Dateien() {
            @Override
            public void sichere(Path ordner) throws IOException {
                gesichert.add(ordner);
                super.sichere(ordner);
            }
        });

        assertThat(gesichert).containsExactly(verzeichnis.resolve("musterstadt"));
    }

    @Test
    void aPacketTakenAwayWithItsParentIsDelivered() {
        var ergebnis = uebermittle(new Dateien() {
            @Override
            public void sichere(Path ordner) throws IOException {
                if (ordner.endsWith("musterstadt")) {
                    throw new NoSuchFileException(ordner.toString());
                }
                super.sichere(ordner);
            }
        });

        assertThat(ergebnis).isInstanceOf(Uebermittlungsergebnis.Uebermittelt.class);
    }

    @ParameterizedTest
    @EnumSource
    void aFileSystemThatCannotDoAStepIsNamedAndNothingIsLost(Schritt schritt) {
        var ergebnis = uebermittle(ohne(schritt, new FileSystemException("x", null, "Operation not supported")));

        assertThat(code(ergebnis)).isEqualTo("OZG-ABLAGE-0005");
        assertThat(((Uebermittlungsergebnis.Wiederholen) ergebnis).detail()).contains(schritt.name);
        assertThat(verzeichnis.resolve(".arbeit")).isEmptyDirectory();
        assertThat(verzeichnis.resolve("musterstadt")).doesNotExist();
        assertThat(uebermittle(new Dateien())).isInstanceOf(Uebermittlungsergebnis.Uebermittelt.class);
    }

    @Test
    void aProviderThatKnowsNoLinksIsNamed() {
        var ohneVerknuepfung = new Dateien() {
            @Override
            public void verknuepfe(Path name, Path datei) {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(code(uebermittle(ohneVerknuepfung))).isEqualTo("OZG-ABLAGE-0005");
    }

    @Test
    void aMandantOnAnotherFileSystemIsNamed() {
        var andererMount = new Dateien() {
            @Override
            public void verschiebe(Path von, Path nach) throws IOException {
                if (nach.getParent().endsWith("musterstadt")) {
                    throw new AtomicMoveNotSupportedException(von.toString(), nach.toString(), "EXDEV");
                }
                super.verschiebe(von, nach);
            }
        };

        assertThat(code(uebermittle(andererMount))).isEqualTo("OZG-ABLAGE-0005");
    }

    @Test
    void theFileSystemIsTriedOutOnce() {
        List<Path> verknuepft = new ArrayList<>();
        Ablageverzeichnis weg = weg(new Dateien() {
            @Override
            public void verknuepfe(Path name, Path datei) throws IOException {
                verknuepft.add(name);
                super.verknuepfe(name, datei);
            }
        });

        weg.uebermitteln(PAKET);
        weg.uebermitteln(Musterpaket.mit("antrag-2", Musterpaket.teil("fachdaten.xml", "<a/>")));

        assertThat(verknuepft).hasSize(3);
        assertThat(verknuepft.get(0).toString()).contains(".probe-");
        assertThat(verknuepft.subList(1, 3))
                .containsExactly(verzeichnis.resolve(".belege/antrag-1"), verzeichnis.resolve(".belege/antrag-2"));
    }

    @Test
    void aDirectoryWithoutAccessIsNamedAndNothingIsLost() {
        var gesperrt = new Dateien() {
            @Override
            public void verzeichnis(Path pfad) throws IOException {
                throw new AccessDeniedException(pfad.toString());
            }
        };

        assertThat(code(uebermittle(gesperrt))).isEqualTo("OZG-ABLAGE-0002");
        assertThat(uebermittle(new Dateien())).isInstanceOf(Uebermittlungsergebnis.Uebermittelt.class);
    }

    private static Dateien ohne(Schritt fehlender, IOException fehler) {
        return new Dateien() {
            @Override
            public void verknuepfe(Path name, Path datei) throws IOException {
                pruefe(Schritt.VERKNUEPFEN);
                super.verknuepfe(name, datei);
            }

            @Override
            public void sichere(Path ordner) throws IOException {
                pruefe(Schritt.SICHERN);
                super.sichere(ordner);
            }

            @Override
            public void verschiebe(Path von, Path nach) throws IOException {
                pruefe(Schritt.UMBENENNEN);
                super.verschiebe(von, nach);
            }

            private void pruefe(Schritt schritt) throws IOException {
                if (schritt == fehlender) {
                    throw fehler;
                }
            }
        };
    }

    private Ablageverzeichnis weg(Dateien dateien) {
        return new Ablageverzeichnis("ablage", verzeichnis, UHR, dateien);
    }

    private Uebermittlungsergebnis uebermittle(Dateien dateien) {
        return weg(dateien).uebermitteln(PAKET);
    }

    private static String code(Uebermittlungsergebnis ergebnis) {
        assertThat(ergebnis).isInstanceOf(Uebermittlungsergebnis.Wiederholen.class);
        return ((Uebermittlungsergebnis.Wiederholen) ergebnis).code();
    }

    private enum Schritt {
        VERKNUEPFEN("feste Verknuepfung"),
        SICHERN("Sichern eines Verzeichnisses"),
        UMBENENNEN("unteilbares Umbenennen");

        private final String name;

        Schritt(String name) {
            this.name = name;
        }
    }

    /** Removes the empty directory of the Mandant a moment before a packet comes. */
    private static final class AufraeumenderLeser extends Dateien {

        private int nochmals;

        private AufraeumenderLeser(int male) {
            this.nochmals = male;
        }

        @Override
        public void verschiebe(Path von, Path nach) throws IOException {
            if (nach.getParent().endsWith("musterstadt") && nochmals-- > 0) {
                Files.delete(nach.getParent());
            }
            super.verschiebe(von, nach);
        }
    }
}

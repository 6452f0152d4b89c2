/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan;

import de.kommunalsdk.blob.Quarantaene;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.virenscan.Virenscanner.Befund;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans what is in quarantine, one attachment after the other. Thread-safe; any number of nodes may work at once. */
public final class Nachpruefung {

    private static final Logger LOG = LoggerFactory.getLogger(Nachpruefung.class);

    private final Quarantaene quarantaene;
    private final Virenscanner scanner;

    /** Scans {@code quarantaene} with this scanner. */
    public Nachpruefung(Quarantaene quarantaene, Virenscanner scanner) {
        this.quarantaene = quarantaene;
        this.scanner = scanner;
    }

    /** Scans all that is due now; gives how many attachments were scanned. What has no answer yet is due again later. */
    public int runOnce() {
        int anzahl = 0;
        for (Optional<Quarantaene.Fall> fall = quarantaene.leihe(); fall.isPresent(); fall = quarantaene.leihe()) {
            Befund befund = pruefe(fall.get());
            if (befund == Befund.SAUBER) {
                quarantaene.gibFrei(fall.get());
            } else if (befund == Befund.BEFALLEN) {
                quarantaene.verwirf(fall.get());
                LOG.warn("{}", VirenscanFehler.BEFALLEN.code());
            }
            anzahl++;
        }
        return anzahl;
    }

    private Befund pruefe(Quarantaene.Fall fall) {
        try (InputStream inhalt = fall.inhalt().ab(0)) {
            return scanner.pruefe(inhalt);
        } catch (OzgException e) {
            LOG.warn("Anlage {} bleibt in Quarantaene: {} {}", fall.anlage(), e.code(), e.correlationId());
        } catch (IOException | RuntimeException e) { // of the scanner: its text may quote what it read
            LOG.warn(
                    "Anlage {} bleibt in Quarantaene: {} {}",
                    fall.anlage(),
                    VirenscanFehler.NICHT_ERREICHBAR.code(),
                    Fehlerspur.kurz(e));
        }
        return Befund.UNBEKANNT;
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage;

import de.kommunalsdk.ablage.internal.Belege;
import de.kommunalsdk.ablage.internal.Dateien;
import de.kommunalsdk.ablage.internal.Dateisystemprobe;
import de.kommunalsdk.ablage.internal.Paketfehler;
import de.kommunalsdk.ablage.internal.Paketschreiber;
import de.kommunalsdk.ablage.internal.UngeeignetesDateisystem;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delivers into a directory. Each packet becomes {@code <directory>/<mandant>/<schluessel>/} with XML, JSON,
 * attachments and {@code manifest.json} (names, sizes, SHA-256). The directory of a packet appears by one rename when
 * all its files are on disk, so a reader never sees half a packet; it may move packets away at once.
 *
 * <p>Delivers once per key, also when the process dies at any moment or two nodes work on the same packet: the
 * complete packet is first announced in {@code .belege}, then renamed. An announced packet that is no longer in
 * {@code .arbeit} has been delivered. Both directories must be on the file system of the drop directory.
 *
 * <p>The file system must be able to link files (hard links), to rename a directory atomically and to sync a directory:
 * local file systems and NFS can, SMB/CIFS shares often cannot. The first delivery of each instance tries it out before
 * it writes anything; on a file system that cannot, every attempt ends with {@link AblageFehler#DATEISYSTEM} and is
 * repeated, so nothing is lost. Let the Fachverfahren fetch from a local directory then. Thread-safe; blocks.
 */
public final class Ablageverzeichnis implements Uebermittlungsweg {

    private static final Duration AUFRAEUMABSTAND = Duration.ofHours(1);

    private final String id;
    private final Path verzeichnis;
    private final Paketschreiber schreiber;
    private final Belege belege;
    private final Dateisystemprobe probe;
    private final Clock clock;
    private final AtomicLong aufgeraeumt = new AtomicLong();

    /** The way {@code id} into {@code verzeichnis}, which is made when it is needed. */
    public Ablageverzeichnis(String id, Path verzeichnis) {
        this(id, verzeichnis, Clock.systemUTC());
    }

    /** As above, with a clock for the time of the receipt. */
    public Ablageverzeichnis(String id, Path verzeichnis, Clock clock) {
        this(id, verzeichnis, clock, new Dateien());
    }

    Ablageverzeichnis(String id, Path verzeichnis, Clock clock, Dateien dateien) {
        this.id = id;
        this.clock = clock;
        this.verzeichnis = verzeichnis.toAbsolutePath().normalize();
        Path arbeit = this.verzeichnis.resolve(".arbeit");
        this.probe = new Dateisystemprobe(arbeit, dateien);
        this.schreiber = new Paketschreiber(arbeit, dateien);
        this.belege = new Belege(this.verzeichnis.resolve(".belege"), clock, dateien);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Uebermittlungsergebnis uebermitteln(Paket paket) {
        try {
            Paketschreiber.pruefeNamen(paket);
            Optional<Belege.Beleg> frueher = belege.finde(paket.schluessel());
            Belege.Beleg beleg = frueher.isPresent() ? frueher.get() : kuendigeAn(paket);
            schreiber.veroeffentliche(beleg.arbeitsname(), ziel(paket));
            return new Uebermittlungsergebnis.Uebermittelt(
                    paket.mandant() + "/" + paket.schluessel(), beleg.zeitpunkt());
        } catch (Paketfehler e) {
            return new Uebermittlungsergebnis.Abgewiesen(
                    e.fehler().code(), e.fehler().bedeutung());
        } catch (UngeeignetesDateisystem e) {
            return wiederholen(AblageFehler.DATEISYSTEM, e.schritt());
        } catch (AtomicMoveNotSupportedException e) { // the Mandant's directory is a mount of its own
            return wiederholen(AblageFehler.DATEISYSTEM, "unteilbares Umbenennen");
        } catch (AccessDeniedException e) {
            return wiederholen(AblageFehler.KEIN_ZUGRIFF, e.getClass().getSimpleName());
        } catch (IOException e) {
            return wiederholen(AblageFehler.SCHREIBEN, e.getClass().getSimpleName());
        }
    }

    private Belege.Beleg kuendigeAn(Paket paket) throws IOException {
        probe.bestehe();
        raeumeAuf();
        String arbeitsname = schreiber.schreibe(paket);
        Belege.Beleg beleg = belege.kuendigeAn(paket.schluessel(), arbeitsname);
        if (!beleg.arbeitsname().equals(arbeitsname)) {
            schreiber.verwirf(arbeitsname); // another node announced the same packet first
        }
        return beleg;
    }

    private void raeumeAuf() throws IOException {
        Instant jetzt = clock.instant();
        long zuletzt = aufgeraeumt.get();
        boolean faellig = jetzt.toEpochMilli() - zuletzt >= AUFRAEUMABSTAND.toMillis();
        if (faellig && aufgeraeumt.compareAndSet(zuletzt, jetzt.toEpochMilli())) {
            schreiber.raeumeAuf(jetzt, belege);
            belege.raeumeAuf();
        }
    }

    private Path ziel(Paket paket) {
        return verzeichnis.resolve(paket.mandant().wert()).resolve(paket.schluessel());
    }

    private static Uebermittlungsergebnis wiederholen(Fehlercode fehler, String grund) {
        return new Uebermittlungsergebnis.Wiederholen(fehler.code(), fehler.bedeutung() + " (" + grund + ")");
    }
}

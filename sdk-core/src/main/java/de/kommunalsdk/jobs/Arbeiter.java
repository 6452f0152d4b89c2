/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.benachrichtigung.Postausgang;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.uebermittlung.Paketbauer;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis.Abgewiesen;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis.Uebermittelt;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis.Wiederholen;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the outbox: packet, delivery, receipt. A row is leased, delivered outside any transaction and then recorded;
 * a worker that dies in between leaves a lease that runs out after a minute, and the next attempt uses the same key.
 * Failed attempts are repeated after 15 s, 30 s, 1 min ... up to 6 h; after {@value #VERSUCHE} attempts (about two and a
 * half days) the row becomes a Klaerungsfall. An attempt counts from its lease on, so a row whose delivery kills the
 * process is given up as well. Thread-safe; any number of nodes may work at once.
 */
public final class Arbeiter {

    /** Attempts before a row becomes a Klaerungsfall. */
    public static final int VERSUCHE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Arbeiter.class);
    private static final Duration LEIHE = Duration.ofSeconds(60);
    private static final Duration ERSTER_ABSTAND = Duration.ofSeconds(15);
    private static final Duration LETZTER_ABSTAND = Duration.ofHours(6);

    private final Auftraege auftraege;
    private final AntragStore antraege;
    private final Paketbauer paketbauer;
    private final Map<String, Uebermittlungsweg> wege;
    private final Postausgang ausgang;
    private final Optional<Benachrichtigung> benachrichtigung;

    /** Works {@code auftraege} with these ways; ids of ways are unique. */
    public Arbeiter(
            Auftraege auftraege,
            AntragStore antraege,
            Paketbauer paketbauer,
            Collection<Uebermittlungsweg> wege,
            Postausgang ausgang,
            Optional<Benachrichtigung> benachrichtigung) {
        this.ausgang = ausgang;
        this.benachrichtigung = benachrichtigung;
        this.auftraege = auftraege;
        this.antraege = antraege;
        this.paketbauer = paketbauer;
        this.wege = wege.stream().collect(Collectors.toUnmodifiableMap(Uebermittlungsweg::id, Function.identity()));
    }

    /** Works all that is due now, one after the other; gives how many rows were tried. */
    public int runOnce() {
        int anzahl = 0;
        for (Optional<Auftrag> a = auftraege.leihe(LEIHE); a.isPresent(); a = auftraege.leihe(LEIHE)) {
            arbeite(a.get());
            anzahl++;
        }
        return anzahl;
    }

    private void arbeite(Auftrag auftrag) {
        if (auftrag.versuche() > VERSUCHE) { // the last attempt that was allowed left no outcome
            zurKlaerung(auftrag, JobFehler.OHNE_ERGEBNIS.code(), JobFehler.OHNE_ERGEBNIS.bedeutung());
            return;
        }
        Uebermittlungsergebnis ergebnis = versuche(auftrag);
        if (ergebnis instanceof Uebermittelt uebermittelt) {
            auftraege.erledigt(auftrag, uebermittelt.beleg());
            LOG.info("Auftrag {} uebermittelt auf dem Weg {}", auftrag.id(), auftrag.weg());
        } else if (ergebnis instanceof Wiederholen spaeter && auftrag.versuche() < VERSUCHE) {
            auftraege.spaeter(auftrag, abstand(auftrag.versuche()), spaeter.code(), spaeter.detail());
            LOG.warn("Auftrag {} wird wiederholt: {}", auftrag.id(), spaeter.code());
        } else {
            String code = ergebnis instanceof Abgewiesen a ? a.code() : ((Wiederholen) ergebnis).code();
            String detail = ergebnis instanceof Abgewiesen a ? a.detail() : ((Wiederholen) ergebnis).detail();
            zurKlaerung(auftrag, code, detail);
        }
    }

    private void zurKlaerung(Auftrag auftrag, String code, String detail) {
        auftraege.zurKlaerung(auftrag, code, detail);
        LOG.error("Auftrag {} ist ein Klaerungsfall: {}", auftrag.id(), code);
    }

    private Uebermittlungsergebnis versuche(Auftrag auftrag) {
        try {
            return auftrag.istNachricht() ? sende(auftrag) : uebermittle(auftrag);
        } catch (OzgException e) {
            return e.retryable()
                    ? new Wiederholen(e.code(), e.fehlercode().bedeutung())
                    : new Abgewiesen(e.code(), e.fehlercode().bedeutung());
        } catch (RuntimeException e) {
            LOG.error("Auftrag {}: unerwarteter Fehler {}", auftrag.id(), Fehlerspur.von(e));
            return new Wiederholen(JobFehler.UNERWARTET.code(), e.getClass().getName());
        }
    }

    private Uebermittlungsergebnis uebermittle(Auftrag auftrag) {
        Uebermittlungsweg weg = wege.get(auftrag.weg());
        if (weg == null) {
            return new Abgewiesen(JobFehler.WEG_UNBEKANNT.code(), "Weg \"" + auftrag.weg() + "\"");
        }
        Optional<Antrag> antrag = antraege.antrag(auftrag.mandant(), auftrag.antrag());
        return antrag.isEmpty()
                ? new Abgewiesen(JobFehler.ANTRAG_FEHLT.code(), JobFehler.ANTRAG_FEHLT.bedeutung())
                : weg.uebermitteln(paketbauer.baue(antrag.get(), auftrag.id()));
    }

    private Uebermittlungsergebnis sende(Auftrag auftrag) {
        if (benachrichtigung.isEmpty()) {
            return new Abgewiesen(
                    JobFehler.BENACHRICHTIGUNG_FEHLT.code(), JobFehler.BENACHRICHTIGUNG_FEHLT.bedeutung());
        }
        Optional<Nachricht> n = ausgang.nachricht(auftrag.mandant(), auftrag.antrag(), auftrag.id());
        if (n.isEmpty()) {
            return new Abgewiesen(JobFehler.NACHRICHT_FEHLT.code(), JobFehler.NACHRICHT_FEHLT.bedeutung());
        }
        benachrichtigung
                .get()
                .sende(
                        auftrag.mandant(),
                        auftrag.id(),
                        n.get().empfaenger().wert(),
                        n.get().betreff(),
                        n.get().text());
        return new Uebermittelt("", Instant.EPOCH);
    }

    /** How long to wait after so many attempts. */
    private static Duration abstand(int versuche) {
        long millis = Math.min(LETZTER_ABSTAND.toMillis(), ERSTER_ABSTAND.toMillis() << Math.min(versuche - 1, 20));
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 10 + 1));
    }
}

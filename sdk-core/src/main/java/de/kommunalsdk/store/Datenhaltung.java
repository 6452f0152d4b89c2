/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.anmeldung.Anmeldenachweise;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.benachrichtigung.Entwurfspost;
import de.kommunalsdk.benachrichtigung.Postausgang;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.blob.Quarantaene;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.grenze.Anfragegrenze;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.klaerung.Klaerungsfaelle;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.postfach.Postfachadressen;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.JdbiAnfragegrenze;
import de.kommunalsdk.store.internal.JdbiAnlagenspeicher;
import de.kommunalsdk.store.internal.JdbiAnmeldenachweise;
import de.kommunalsdk.store.internal.JdbiAntragStore;
import de.kommunalsdk.store.internal.JdbiAuftraege;
import de.kommunalsdk.store.internal.JdbiBeteiligungen;
import de.kommunalsdk.store.internal.JdbiEntwurfspost;
import de.kommunalsdk.store.internal.JdbiKurzablage;
import de.kommunalsdk.store.internal.JdbiListenablage;
import de.kommunalsdk.store.internal.JdbiPostausgang;
import de.kommunalsdk.store.internal.JdbiProtokoll;
import de.kommunalsdk.store.internal.JdbiQuarantaene;
import de.kommunalsdk.store.internal.Migrator;
import de.kommunalsdk.uebermittlung.Paketbauer;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The store over the host's {@code DataSource}: PostgreSQL 15 or newer, or H2 2. Gives the ports. Holds no connection
 * between calls and nothing in memory, so any number of nodes may open the same database. Thread-safe. How long a call
 * waits for a dead database is the pool's connection time-out: set it to a few seconds.
 */
public final class Datenhaltung {

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Clock clock;
    private final JdbiAnlagenspeicher anlagen;
    private final JdbiAntragStore antraege;
    private final JdbiProtokoll protokoll;
    private final JdbiAuftraege auftraege;
    private final JdbiAnfragegrenze grenze;
    private final JdbiBeteiligungen beteiligungen;
    private final JdbiPostausgang postausgang;
    private final JdbiEntwurfspost entwurfspost;

    private Datenhaltung(Builder b) {
        this.datenbank = new Datenbank(b.quelle);
        this.clock = b.clock;
        this.verschluesselung = new Verschluesselung(b.schluessel, "datenhaltung");
        Siegel siegel = new Siegel(b.schluessel, clock);
        this.anlagen = new JdbiAnlagenspeicher(datenbank, verschluesselung, clock);
        this.antraege = new JdbiAntragStore(datenbank, verschluesselung, siegel, clock, anlagen);
        this.protokoll = new JdbiProtokoll(datenbank, clock);
        this.auftraege = new JdbiAuftraege(datenbank, clock);
        this.postausgang = new JdbiPostausgang(datenbank, verschluesselung, siegel, clock);
        this.entwurfspost = new JdbiEntwurfspost(datenbank, verschluesselung, clock, antraege, postausgang);
        this.beteiligungen = new JdbiBeteiligungen(datenbank, verschluesselung, siegel, clock, postausgang);
        this.grenze = new JdbiAnfragegrenze(datenbank, siegel, clock);
    }

    /** Begins to open the store. */
    public static Builder builder(DataSource quelle, Schluesselbund schluessel) {
        return new Builder(quelle, schluessel);
    }

    public AntragStore antraege() {
        return antraege;
    }

    public Anlagenspeicher anlagen() {
        return anlagen;
    }

    /** The attachments that wait for a scanner. */
    public Quarantaene quarantaene() {
        return new JdbiQuarantaene(datenbank, anlagen, clock);
    }

    public Protokoll protokoll() {
        return protokoll;
    }

    public Anfragegrenze grenze() {
        return grenze;
    }

    /** Consents of others. */
    public Beteiligungen beteiligungen() {
        return beteiligungen;
    }

    /** Notices that wait to be sent. */
    public Postausgang postausgang() {
        return postausgang;
    }

    /** Mail about drafts. */
    public Entwurfspost entwurfspost() {
        return entwurfspost;
    }

    public Klaerungsfaelle klaerungsfaelle() {
        return auftraege;
    }

    /** What a login leaves with an Antrag. */
    public Anmeldenachweise anmeldenachweise() {
        return new JdbiAnmeldenachweise(datenbank, verschluesselung);
    }

    /** Where messages about an Antrag go. */
    public Postfachadressen postfachadressen() {
        return new JdbiAnmeldenachweise(datenbank, verschluesselung);
    }

    /** Small values that end by themselves. */
    public Kurzablage kurzablage() {
        return new JdbiKurzablage(datenbank, verschluesselung, clock);
    }

    /** The files of installed code lists; they belong to no Mandant and to no person. */
    public Listenablage codelisten() {
        return new JdbiListenablage(datenbank, clock);
    }

    /** Deletes what is over. */
    public Aufraeumer aufraeumer() {
        return new Aufraeumer(datenbank, clock);
    }

    /** Gives and erases the data about one person. */
    public Auskunft auskunft() {
        return new Auskunft(
                datenbank,
                antraege,
                anlagen,
                protokoll,
                entwurfspost,
                beteiligungen,
                new JdbiAnmeldenachweise(datenbank, verschluesselung),
                clock);
    }

    /** Brings stored data under the active key. */
    public Umschluesselung umschluesselung() {
        return new Umschluesselung(datenbank, verschluesselung);
    }

    /** A worker on this store's outbox. */
    public Arbeiter arbeiter(Paketbauer paketbauer, Collection<Uebermittlungsweg> wege) {
        return arbeiter(paketbauer, wege, Optional.empty());
    }

    /** The same, with the portal's way to send notices. */
    public Arbeiter arbeiter(
            Paketbauer paketbauer, Collection<Uebermittlungsweg> wege, Optional<Benachrichtigung> benachrichtigung) {
        return new Arbeiter(auftraege, antraege, paketbauer, wege, postausgang, benachrichtigung);
    }

    /** Options of the store. Not thread-safe. */
    public static final class Builder {

        private final DataSource quelle;
        private final Schluesselbund schluessel;
        private Clock clock = Clock.systemUTC();
        private boolean migrieren = true;

        private Builder(DataSource quelle, Schluesselbund schluessel) {
            this.quelle = quelle;
            this.schluessel = schluessel;
        }

        /** Another clock than the system's. */
        public Builder clock(Clock andere) {
            clock = andere;
            return this;
        }

        /** Whether the store makes its tables itself (the default); false: the host's tool applies the scripts. */
        public Builder migrieren(boolean selbst) {
            migrieren = selbst;
            return this;
        }

        /**
         * Opens the store.
         *
         * @throws de.kommunalsdk.error.ConfigurationError OZG-STORE-0002, 0003 or 0005 when the tables do not fit
         * @throws de.kommunalsdk.error.ServiceUnavailable OZG-STORE-0001 without a connection
         */
        public Datenhaltung oeffnen() {
            Datenhaltung neu = new Datenhaltung(this);
            Migrator migrator = new Migrator(neu.datenbank, clock);
            if (migrieren) {
                migrator.wendeAn();
            } else {
                migrator.pruefe();
            }
            return neu;
        }
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.beteiligung.Abschluss;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Entscheidung;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis.Entschieden;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis.Ueberholt;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Weitergabebeginn;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.StoreFehler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rounds of consent in two tables. Whoever writes holds the row of the Antrag first, so that two who decide, an applicant
 * who edits and a sweeper who deletes come one after the other.
 */
public final class JdbiBeteiligungen implements Beteiligungen {

    /** Kind of the jobs that send notices about consents. */
    private static final String ART = "beteiligung";

    private static final Logger LOG = LoggerFactory.getLogger(JdbiBeteiligungen.class);

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Siegel siegel;
    private final Clock clock;
    private final JdbiPostausgang postausgang;
    private final Zustimmungslinks links;
    private final Beteiligungszeilen zeilen;
    private final Einreichungsablauf ablauf;

    /** In this database. */
    public JdbiBeteiligungen(
            Datenbank datenbank,
            Verschluesselung verschluesselung,
            Siegel siegel,
            Clock clock,
            JdbiPostausgang postausgang) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
        this.siegel = siegel;
        this.clock = clock;
        this.postausgang = postausgang;
        this.links = new Zustimmungslinks(siegel, clock);
        this.zeilen = new Beteiligungszeilen(verschluesselung);
        this.ablauf = new Einreichungsablauf(verschluesselung, clock);
    }

    @Override
    public boolean beginne(Weitergabebeginn neu) {
        Entwurf entwurf = neu.entwurf();
        MandantId mandant = entwurf.mandant();
        AntragId antrag = entwurf.id();
        return datenbank.transaktion(h -> {
            if (!halte(h, mandant, antrag)) {
                return false;
            }
            long jetzt = clock.millis();
            Optional<Weitergabe> vorige = zeilen.weitergabe(h, mandant, antrag);
            if (vorige.filter(Weitergabe::laeuft).isPresent()
                    || h.createUpdate("update ozg_antrag set laeuft_ab = :frist + lebensdauer_s * 1000"
                                            + " where mandant_id = :mandant and antrag_id = :antrag"
                                            + " and status = 'ENTWURF' and stand = :stand and laeuft_ab > :jetzt")
                                    .bind("frist", neu.laeuftAb().toEpochMilli())
                                    .bind("mandant", mandant.wert())
                                    .bind("antrag", antrag.wert())
                                    .bind("stand", entwurf.stand())
                                    .bind("jetzt", jetzt)
                                    .execute()
                            == 0) {
                return false;
            }
            int runde = vorige.map(Weitergabe::runde).orElse(0) + 1;
            h.createUpdate("delete from ozg_weitergabe where mandant_id = :mandant and antrag_id = :antrag")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .execute();
            h.createUpdate("insert into ozg_weitergabe (mandant_id, antrag_id, runde, zustand, stand, begonnen_am,"
                            + " laeuft_ab, faellig_am, inhalt) values (:mandant, :antrag, :runde, 'OFFEN', :stand,"
                            + " :jetzt, :frist, :faellig, :inhalt)")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .bind("runde", runde)
                    .bind("stand", entwurf.stand())
                    .bind("jetzt", jetzt)
                    .bind("frist", neu.laeuftAb().toEpochMilli())
                    .bind("faellig", neu.erinnernAb().toEpochMilli())
                    .bind("inhalt", verschluesselung.verschluessle(neu.inhalt(), Orte.weitergabe(mandant, antrag)))
                    .execute();
            for (int i = 0; i < neu.personen().size(); i++) {
                person(h, mandant, antrag, runde, i + 1, neu.personen().get(i));
            }
            JdbiProtokoll.schreibe(h, jetzt, mandant, antrag, "WEITERGEGEBEN", "buerger");
            sende(h, mandant, antrag, neu.nachrichten());
            return true;
        });
    }

    private void person(
            Handle h, MandantId mandant, AntragId antrag, int runde, int rang, Weitergabebeginn.Person person) {
        h.createUpdate("insert into ozg_beteiligung (mandant_id, beteiligung_id, antrag_id, runde, rang, rolle,"
                        + " zustand, link, link_hash, geoeffnet_am, fassung, entschieden_am, niveau, gesehen_sha256,"
                        + " inhalt) values (:mandant, :id, :antrag, :runde, :rang, :rolle, 'OFFEN', 1, :hash, 0, 1, 0,"
                        + " 'OHNE', '', :inhalt)")
                .bind("mandant", mandant.wert())
                .bind("id", person.id().wert())
                .bind("antrag", antrag.wert())
                .bind("runde", runde)
                .bind("rang", rang)
                .bind("rolle", person.rolle())
                .bind("hash", links.hash(person.link()))
                .bind("inhalt", verschluessle(mandant, person.id(), person.inhalt()))
                .execute();
    }

    @Override
    public Optional<Weitergabe> weitergabe(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> zeilen.weitergabe(h, mandant, antrag));
    }

    @Override
    public Optional<Beteiligung> finde(MandantId mandant, String link) {
        return datenbank.transaktion(h -> zeilen.mitLink(h, mandant, links.hashes(link)));
    }

    @Override
    public Optional<Beteiligung> beteiligung(MandantId mandant, BeteiligungId id) {
        return datenbank.transaktion(h -> zeilen.beteiligung(h, mandant, id));
    }

    @Override
    public List<Beteiligung> alle(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> zeilen.alle(h, mandant, antrag));
    }

    @Override
    public boolean oeffne(MandantId mandant, String link, String browser) {
        return datenbank.transaktion(h -> links.oeffne(h, mandant, link, browser));
    }

    @Override
    public boolean speichere(Beteiligung gelesen, byte[] inhalt) {
        return datenbank.transaktion(h -> halte(h, gelesen.mandant(), gelesen.antrag())
                && offene(h, gelesen).isPresent()
                && schreibe(h, gelesen, inhalt));
    }

    @Override
    public Entscheidungsergebnis entscheide(Beteiligung gelesen, Entscheidung entscheidung, Abschluss abschluss) {
        MandantId mandant = gelesen.mandant();
        AntragId antrag = gelesen.antrag();
        return datenbank.transaktion(h -> {
            if (!halte(h, mandant, antrag)) {
                return new Ueberholt();
            }
            long jetzt = clock.millis();
            if (offene(h, gelesen).isEmpty() || !entscheide(h, gelesen, entscheidung, jetzt)) {
                Optional<Beteiligung> jetzige = zeilen.beteiligung(h, mandant, gelesen.id());
                return jetzige.filter(b -> b.stand() == entscheidung.stand())
                        .flatMap(b -> zeilen.weitergabe(h, mandant, antrag))
                        .<Entscheidungsergebnis>map(w -> new Entschieden(w, true))
                        .orElseGet(Ueberholt::new);
            }
            Weitergabe davor = zeilen.weitergabe(h, mandant, antrag).orElseThrow();
            Zustimmungsstand ende = ende(davor);
            if (ende == Zustimmungsstand.ZUGESTIMMT) {
                Einreichung einreichung = abschluss.einreichung(davor);
                String schluessel = siegel.hash("einreichen", antrag + ":" + einreichung.einreichschluessel());
                if (einreichung.entwurf().stand() != davor.entwurfsstand()
                        || !ablauf.friereEin(h, einreichung, schluessel)) {
                    throw new InvalidInput(StoreFehler.ENTWURF_WEG, ""); // undoes the consent as well
                }
            }
            if (ende != Zustimmungsstand.OFFEN) {
                zeilen.beende(h, mandant, antrag, ende, jetzt);
            }
            Weitergabe danach = mit(davor, zeilen.weitergabe(h, mandant, antrag).orElseThrow());
            sende(h, mandant, antrag, abschluss.nachrichten(danach));
            return new Entschieden(danach, false);
        });
    }

    private boolean entscheide(Handle h, Beteiligung gelesen, Entscheidung e, long jetzt) {
        boolean geschrieben = h.createUpdate("update ozg_beteiligung set zustand = :stand, entschieden_am = :jetzt,"
                                + " niveau = :niveau, gesehen_sha256 = :gesehen, fassung = fassung + 1, inhalt = :inhalt"
                                + " where mandant_id = :mandant and beteiligung_id = :id and zustand = 'OFFEN'"
                                + " and fassung = :fassung and link = :link")
                        .bind("stand", e.stand().name())
                        .bind("jetzt", jetzt)
                        .bind("niveau", e.niveau().name())
                        .bind("gesehen", e.gesehenSha256())
                        .bind("inhalt", verschluessle(gelesen.mandant(), gelesen.id(), e.inhalt()))
                        .bind("mandant", gelesen.mandant().wert())
                        .bind("id", gelesen.id().wert())
                        .bind("fassung", gelesen.fassung())
                        .bind("link", gelesen.link())
                        .execute()
                == 1;
        if (geschrieben) {
            JdbiProtokoll.schreibe(
                    h, jetzt, gelesen.mandant(), gelesen.antrag(), "BETEILIGUNG_" + e.stand(), "beteiligter");
        }
        return geschrieben;
    }

    /** What becomes of a round after a decision. */
    private static Zustimmungsstand ende(Weitergabe weitergabe) {
        List<Zustimmungsstand> staende =
                weitergabe.beteiligungen().stream().map(Beteiligung::stand).toList();
        if (staende.contains(Zustimmungsstand.ABGELEHNT)) {
            return Zustimmungsstand.ABGELEHNT;
        }
        return staende.stream().allMatch(s -> s == Zustimmungsstand.ZUGESTIMMT)
                ? Zustimmungsstand.ZUGESTIMMT
                : Zustimmungsstand.OFFEN;
    }

    @Override
    public boolean zieheZurueck(MandantId mandant, AntragId antrag, Function<Weitergabe, List<Nachricht>> nachrichten) {
        return datenbank.transaktion(h -> {
            Optional<Weitergabe> laufende = halte(h, mandant, antrag)
                    ? zeilen.weitergabe(h, mandant, antrag).filter(Weitergabe::laeuft)
                    : Optional.empty();
            laufende.ifPresent(davor -> {
                zeilen.beende(h, mandant, antrag, Zustimmungsstand.ZURUECKGEZOGEN, clock.millis());
                sende(h, mandant, antrag, nachrichten.apply(davor));
            });
            return laufende.isPresent();
        });
    }

    @Override
    public boolean erneuere(Beteiligung gelesen, String link, List<Nachricht> nachrichten) {
        return datenbank.transaktion(h -> {
            boolean offen = halte(h, gelesen.mandant(), gelesen.antrag())
                    && offene(h, gelesen).isPresent()
                    && links.setze(h, gelesen, link, "link = link + 1, ");
            if (offen) {
                JdbiProtokoll.schreibe(
                        h, clock.millis(), gelesen.mandant(), gelesen.antrag(), "BETEILIGUNG_LINK_ERNEUERT", "buerger");
                sende(h, gelesen.mandant(), gelesen.antrag(), nachrichten);
            }
            return offen;
        });
    }

    @Override
    public List<Weitergabe> faellige(int hoechstens) {
        return datenbank
                .transaktion(h -> h.createQuery(
                                "select mandant_id, antrag_id from ozg_weitergabe where zustand = 'OFFEN'"
                                        + " and faellig_am <= :jetzt order by faellig_am limit :hoechstens")
                        .bind("jetzt", clock.millis())
                        .bind("hoechstens", hoechstens)
                        .map((rs, ctx) -> new Stelle(new MandantId(rs.getString(1)), new AntragId(rs.getString(2))))
                        .list())
                .stream()
                .flatMap(s -> lesbare(s).stream())
                .toList();
    }

    private record Stelle(MandantId mandant, AntragId antrag) {}

    /** A round; one that cannot be read comes again in a day and keeps no other from its time. */
    private Optional<Weitergabe> lesbare(Stelle s) {
        try {
            return weitergabe(s.mandant(), s.antrag());
        } catch (ServiceUnavailable e) {
            throw e;
        } catch (OzgException e) {
            LOG.error("Weitergabe {} ist nicht lesbar: {} {}", s.antrag(), e.code(), e.correlationId());
            datenbank.transaktion(h -> h.createUpdate("update ozg_weitergabe set faellig_am = :morgen"
                            + " where mandant_id = :mandant and antrag_id = :antrag and zustand = 'OFFEN'")
                    .bind("morgen", clock.millis() + Duration.ofDays(1).toMillis())
                    .bind("mandant", s.mandant().wert())
                    .bind("antrag", s.antrag().wert())
                    .execute());
            return Optional.empty();
        }
    }

    @Override
    public boolean erinnere(Weitergabe gelesen, Map<BeteiligungId, String> neue, List<Nachricht> nachrichten) {
        return datenbank.transaktion(h -> {
            boolean erster = halte(h, gelesen.mandant(), gelesen.antrag())
                    && h.createUpdate("update ozg_weitergabe set faellig_am = laeuft_ab where mandant_id = :mandant"
                                            + " and antrag_id = :antrag and zustand = 'OFFEN' and runde = :runde"
                                            + " and faellig_am < laeuft_ab and faellig_am <= :jetzt")
                                    .bind("mandant", gelesen.mandant().wert())
                                    .bind("antrag", gelesen.antrag().wert())
                                    .bind("runde", gelesen.runde())
                                    .bind("jetzt", clock.millis())
                                    .execute()
                            == 1;
            if (erster) {
                gelesen.beteiligungen().stream()
                        .filter(b -> neue.containsKey(b.id()))
                        .forEach(b -> links.setze(h, b, String.valueOf(neue.get(b.id())), ""));
                JdbiProtokoll.schreibe(
                        h, clock.millis(), gelesen.mandant(), gelesen.antrag(), "WEITERGABE_ERINNERT", "system");
                sende(h, gelesen.mandant(), gelesen.antrag(), nachrichten);
            }
            return erster;
        });
    }

    @Override
    public boolean lasseAblaufen(Weitergabe gelesen, Function<Weitergabe, List<Nachricht>> nachrichten) {
        MandantId mandant = gelesen.mandant();
        AntragId antrag = gelesen.antrag();
        return datenbank.transaktion(h -> {
            long jetzt = clock.millis();
            Optional<Weitergabe> laufende = halte(h, mandant, antrag)
                    ? zeilen.weitergabe(h, mandant, antrag)
                            .filter(w -> w.laeuft() && w.laeuftAb().toEpochMilli() <= jetzt)
                    : Optional.empty();
            laufende.ifPresent(davor -> {
                zeilen.beende(h, mandant, antrag, Zustimmungsstand.ABGELAUFEN, jetzt);
                sende(h, mandant, antrag, nachrichten.apply(davor));
            });
            return laufende.isPresent();
        });
    }

    /** Holds the row of a draft or Antrag until the transaction ends; false when there is none. */
    private static boolean halte(Handle h, MandantId mandant, AntragId antrag) {
        return h.createQuery("select status from ozg_antrag where mandant_id = :mandant and antrag_id = :antrag"
                        + " for update")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** The running round of a Beteiligung, if it still asks for the answers of its beginning. */
    private Optional<Weitergabe> offene(Handle h, Beteiligung gelesen) {
        return zeilen.weitergabe(h, gelesen.mandant(), gelesen.antrag())
                .filter(w -> w.laeuft()
                        && w.runde() == gelesen.runde()
                        && w.laeuftAb().toEpochMilli() > clock.millis());
    }

    private boolean schreibe(Handle h, Beteiligung gelesen, byte[] inhalt) {
        return h.createUpdate("update ozg_beteiligung set fassung = fassung + 1, inhalt = :inhalt"
                                + " where mandant_id = :mandant and beteiligung_id = :id and zustand = 'OFFEN'"
                                + " and fassung = :fassung and link = :link")
                        .bind("inhalt", verschluessle(gelesen.mandant(), gelesen.id(), inhalt))
                        .bind("mandant", gelesen.mandant().wert())
                        .bind("id", gelesen.id().wert())
                        .bind("fassung", gelesen.fassung())
                        .bind("link", gelesen.link())
                        .execute()
                == 1;
    }

    private byte[] verschluessle(MandantId mandant, BeteiligungId id, byte[] inhalt) {
        if (inhalt.length > JdbiAntragStore.MAX_INHALT) {
            throw new InvalidInput(StoreFehler.ZU_GROSS, inhalt.length + " Byte");
        }
        return verschluesselung.verschluessle(inhalt, Orte.beteiligung(mandant, id));
    }

    private void sende(Handle h, MandantId mandant, AntragId antrag, List<Nachricht> nachrichten) {
        nachrichten.forEach(n ->
                postausgang.stelleEin(h, mandant, antrag, ART, AntragId.neu().wert(), n));
    }

    /** The later states with the content of before. */
    private static Weitergabe mit(Weitergabe davor, Weitergabe danach) {
        return new Weitergabe(
                danach.mandant(),
                danach.antrag(),
                danach.dienst(),
                danach.runde(),
                danach.stand(),
                danach.entwurfsstand(),
                danach.begonnenAm(),
                danach.laeuftAb(),
                davor.inhalt(),
                danach.beteiligungen());
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.listenablage.Listenablage.Listendatei;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lists in the database. What is installed is asked at most every ten seconds; a parsed list is known by its hash. */
public final class Ablagestore implements CodelistenStore {

    private static final int FRISCH_S = 10;

    private final Listenablage ablage;
    private final Clock clock;
    private final Listenspeicher speicher = new Listenspeicher(Listenspeicher.MAX_EINTRAEGE);
    private Instant gueltigBis = Instant.MIN;
    private Map<Listenkennung, Listendatei> bestand = Map.of();

    /** Over the port of the store room. */
    public Ablagestore(Listenablage ablage, Clock clock) {
        this.ablage = ablage;
        this.clock = clock;
    }

    private synchronized Map<Listenkennung, Listendatei> installierte() {
        Instant jetzt = clock.instant();
        if (jetzt.isAfter(gueltigBis)) {
            Map<Listenkennung, Listendatei> neu = new LinkedHashMap<>();
            ablage.liste().forEach(d -> neu.put(new Listenkennung(d.urn(), d.version()), d));
            bestand = neu;
            gueltigBis = jetzt.plusSeconds(FRISCH_S);
        }
        return bestand;
    }

    @Override
    public Optional<Codeliste> finde(String urn, String version) {
        Map<Listenkennung, Listendatei> alle = installierte();
        return Versionssuche.finde(alle.keySet(), urn, version)
                .map(alle::get)
                .map(Objects::requireNonNull)
                .map(this::lies);
    }

    private Codeliste lies(Listendatei datei) {
        Listenkennung kennung = new Listenkennung(datei.urn(), datei.version());
        Codeliste bekannt = speicher.bekannte(datei.sha256());
        if (bekannt != null) {
            return bekannt;
        }
        byte[] bytes = ablage.lies(datei.urn(), datei.version()).orElseThrow(() -> veraendert(kennung));
        Codeliste neu = GenericodeLeser.lies(kennung.versionUrn(), bytes)
                .liste()
                .filter(liste -> liste.kennung().equals(kennung))
                .orElseThrow(() -> veraendert(kennung));
        speicher.merke(Sha256.hex(bytes), neu); // may have been replaced since it was listed
        return neu;
    }

    private static InvalidInput veraendert(Listenkennung kennung) {
        return new InvalidInput(CodelisteFehler.VERAENDERT, kennung.versionUrn());
    }

    @Override
    public List<Listenkennung> bestand() {
        return Versionssuche.geordnet(installierte().keySet());
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
/** The rooms that every other module of the Kommunal-SDK looks at: ports, values, store, jobs, HTTP, XML, crypto. */
module de.kommunalsdk.core {
    requires com.github.kagkarlsson.scheduler;
    requires dev.failsafe.core;
    requires io.leangen.geantyref; // of Jdbi, which is no module and so cannot ask for it
    requires transitive java.sql;
    requires transitive java.xml;
    requires okhttp3;
    requires okio;
    requires org.jdbi.v3.core;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires org.snakeyaml.engine.v2;

    exports de.kommunalsdk.anmeldung;
    exports de.kommunalsdk.antrag;
    exports de.kommunalsdk.audit;
    exports de.kommunalsdk.ausdruck;
    exports de.kommunalsdk.benachrichtigung;
    exports de.kommunalsdk.beteiligung;
    exports de.kommunalsdk.bezahlung;
    exports de.kommunalsdk.blob;
    exports de.kommunalsdk.config;
    exports de.kommunalsdk.crypto;
    exports de.kommunalsdk.datenabfrage;
    exports de.kommunalsdk.dateityp;
    exports de.kommunalsdk.dienst;
    exports de.kommunalsdk.error;
    exports de.kommunalsdk.grenze;
    exports de.kommunalsdk.hilfe;
    exports de.kommunalsdk.http;
    exports de.kommunalsdk.jobs;
    exports de.kommunalsdk.klaerung;
    exports de.kommunalsdk.kurzablage;
    exports de.kommunalsdk.listenablage;
    exports de.kommunalsdk.mandant;
    exports de.kommunalsdk.nutzerkonto;
    exports de.kommunalsdk.postfach;
    exports de.kommunalsdk.register;
    exports de.kommunalsdk.schriftstueck;
    exports de.kommunalsdk.store;
    exports de.kommunalsdk.uebermittlung;
    exports de.kommunalsdk.virenscan;
    exports de.kommunalsdk.virenscan.clamav;
    exports de.kommunalsdk.web;
    exports de.kommunalsdk.xml;

    opens de.kommunalsdk.web; // style sheet and script, which the servlet sends
}

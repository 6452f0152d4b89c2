/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import java.util.List;

/**
 * An element with rules, or with such elements below it.
 *
 * @param mehrfach whether its places carry an index
 * @param immerDa whether its rules count although nothing is given
 */
record Plan(String id, boolean mehrfach, boolean immerDa, List<GebundeneRegel> regeln, List<Plan> kinder) {}

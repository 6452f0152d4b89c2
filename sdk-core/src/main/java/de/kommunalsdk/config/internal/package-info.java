/* SPDX-License-Identifier: EUPL-1.2 */
/** snakeyaml-engine behind {@link de.kommunalsdk.config.Knoten}. */
@NullMarked
package de.kommunalsdk.config.internal;

import org.jspecify.annotations.NullMarked;

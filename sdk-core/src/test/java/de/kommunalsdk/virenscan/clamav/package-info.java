/* SPDX-License-Identifier: EUPL-1.2 */
@NullMarked
package de.kommunalsdk.virenscan.clamav;

import org.jspecify.annotations.NullMarked;

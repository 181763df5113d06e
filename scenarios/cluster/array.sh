#!/bin/sh
# One run on many machines of a queue (Slurm): each job does a shard, and whoever sees the last one end puts them together.
#
#   sbatch --array=1-16 scenarios/cluster/array.sh scenarios/today.yaml shards/today
#   graduasi merge shards/today/* -o results/today
#
# A job that was stopped goes on where it was when it is submitted again: every finished simulation is kept. Other queues:
# set SLURM_ARRAY_TASK_ID to 1, 2, ... and SLURM_ARRAY_TASK_COUNT to how many there are.
#SBATCH --nodes=1
#SBATCH --exclusive
#SBATCH --time=01:00:00
set -eu
scenario=$1 folder=$2
number=${SLURM_ARRAY_TASK_ID:?is not set; submit this with sbatch --array=1-N}
of=${SLURM_ARRAY_TASK_COUNT:?is not set; submit this with sbatch --array=1-N}
exec graduasi run "$scenario" --shard "$number/$of" --resume --progress never --output "$folder/$number"
